import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  AuditLogError,
  type CheckpointSigner,
  type VerifierKey,
  canonicalJson,
  formatSignatureLine,
  parseNote,
  verifierKeyOf,
  verifyWith,
} from '#platform/audit/log/index.ts'
import { retentionRuleSchema } from './domain/retention-rules.ts'

const instant = z.iso.datetime({ precision: 3 })

/** What was destroyed, why, and by whose decision: ids and codes, nothing of what the records said. */
export const certificateSchema = z.strictObject({
  format: z.literal('daira-deletion-certificate/1'),
  id: z.uuid(),
  origin: z.string(),
  issuedAt: instant,
  rule: retentionRuleSchema,
  ruleVersion: z.string(),
  proposal: z.strictObject({
    id: z.uuid(),
    proposedBy: z.uuid(),
    proposedAt: instant,
    approvedBy: z.uuid(),
    approvedAt: instant,
  }),
  records: z.array(z.strictObject({ id: z.uuid(), startsAt: instant, dueAt: instant })),
  keys: z.array(z.strictObject({ id: z.uuid(), subjectType: z.string(), subjectId: z.uuid() })),
})
export type Certificate = Readonly<z.infer<typeof certificateSchema>>

/** A certificate as it is kept and handed out: its canonical JSON, and a signed note (C2SP signed-note) over its hash. */
export interface SignedCertificate {
  readonly body: string
  readonly note: string
}

export async function signCertificate(certificate: Certificate, signer: CheckpointSigner): Promise<SignedCertificate> {
  const body = canonicalJson(certificateSchema.parse(certificate))
  const text = noteText(certificate, body)
  const signature = await signer.sign(Buffer.from(text))
  return { body, note: `${text}\n${formatSignatureLine(verifierKeyOf(signer, 'ed25519'), signature)}\n` }
}

/** The certificate, or undefined where the note is not this key's over this body. */
export function findCertificate({ body, note }: SignedCertificate, key: VerifierKey): Certificate | undefined {
  try {
    const certificate = certificateSchema.parse(JSON.parse(body))
    const { text, signatures } = parseNote(note)
    const line = signatures.find(({ name, keyId }) => name === key.name && keyId === key.keyId)
    if (!line || text !== noteText(certificate, body)) return undefined
    return verifyWith(key, Buffer.from(text), line.signature) ? certificate : undefined
  } catch (error) {
    if (error instanceof AuditLogError || error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

function noteText({ origin, id }: Certificate, body: string): string {
  return `daira deletion certificate/1\n${origin}\n${id}\nsha256 ${createHash('sha256').update(body).digest('base64')}\n`
}
