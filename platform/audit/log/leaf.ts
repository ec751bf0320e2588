import { hash } from 'node:crypto'
import { z } from 'zod'
import { AuditLogError } from './audit-log-error.ts'
import { findBase64 } from './base64.ts'
import { type JsonValue, canonicalJson } from './canonical-json.ts'
import { HASH_BYTES, leafHash } from './merkle.ts'

/** Bytes of the salt of an event's detail. One length for all, or another cut between salt and detail would hash alike. */
export const SALT_BYTES = 32

// Free text has no room in a leaf, which can never be deleted: ids and codes only.
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/)
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,127}$/)

/** Schema of a leaf, version 1. Unknown members are refused. */
export const leafSchema = z.strictObject({
  v: z.literal(1),
  eventId: id,
  kind: code,
  type: code,
  actorId: id,
  actorUnitId: id.nullable(),
  recordedAt: z.iso.datetime({ precision: 3 }),
  commandId: id.nullable(),
  subjects: z.array(z.strictObject({ type: code, id })).max(1000),
  detailHash: z.string().refine((text) => findBase64(text)?.length === HASH_BYTES, 'base64 of 32 bytes'),
})

/**
 * A leaf of the log: ids, codes and a salted hash, never what a person said or is called. `kind` and `type` are codes
 * (`command`, `custody.extended`), `recordedAt` is UTC with milliseconds (`2026-11-23T08:15:30.125Z`), `detailHash` comes
 * from `detailHash()`. `actorId` is `system` or the like where nobody is signed in.
 */
export type Leaf = Readonly<z.infer<typeof leafSchema>>

/**
 * Base 64 of SHA-256(salt || canonical JSON of the detail). The salt is `SALT_BYTES` random bytes, fresh per event and
 * shredded together with the detail: with the salt at hand a short detail could be guessed from its hash.
 */
export function detailHash(salt: Uint8Array, detail: JsonValue): string {
  if (salt.length !== SALT_BYTES) throw new AuditLogError('AUDIT_SALT_INVALID', `a salt has ${SALT_BYTES} bytes`)
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalJson(detail))]), 'base64')
}

/** The canonical text of a leaf. Store this text: the leaf's hash is over it. Throws `AUDIT_LEAF_INVALID`. */
export function encodeLeaf(leaf: Leaf): string {
  const checked = leafSchema.safeParse(leaf)
  if (!checked.success) throw invalid(z.prettifyError(checked.error), checked.error)
  return canonicalJson(checked.data)
}

/** The leaf behind its canonical text. Throws `AUDIT_LEAF_INVALID` where the text is not exactly what `encodeLeaf` writes. */
export function decodeLeaf(encoded: string): Leaf {
  let parsed: unknown
  try {
    parsed = JSON.parse(encoded)
  } catch (cause) {
    throw invalid('not JSON', cause)
  }
  const checked = leafSchema.safeParse(parsed)
  if (!checked.success) throw invalid(z.prettifyError(checked.error), checked.error)
  if (canonicalJson(checked.data) !== encoded) throw invalid('not in canonical form')
  return checked.data
}

/** Merkle leaf hash of a leaf's canonical text (UTF-8). */
export function leafHashOf(encoded: string): Uint8Array {
  return leafHash(Buffer.from(encoded))
}

function invalid(reason: string, cause?: unknown): AuditLogError {
  return new AuditLogError('AUDIT_LEAF_INVALID', `leaf: ${reason}`, { cause })
}
