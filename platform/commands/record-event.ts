import { randomBytes } from 'node:crypto'
import { SALT_BYTES, canonicalJson, detailHash } from '#platform/audit/log/index.ts'
import { plainJson } from './plain-json.ts'
import type { AuditEntry, JsonObject, SubjectRef, Tx } from './types.ts'

interface EventTables {
  'audit.event': {
    id: string
    kind: 'command' | 'read' | 'refusal' | 'system'
    type: string
    actor_id: string | null
    actor_unit_id: string | null
    session_id: string | null
    command_id: string | null
    occurred_at: Date
    recorded_at: Date
    unit_id: string | null
    area: string | null
    purpose_kind: string | null
    purpose_id: string | null
    subjects: string
    codes: string
    detail_hash: Uint8Array
    detail_key_id: string
    detail: Uint8Array
  }
}

// What concerns no record is encrypted under a key of the installation's own.
const installation: SubjectRef = { type: 'installation', id: '00000000-0000-7000-8000-000000000000' }

/** Writes an event. Salt and detail are encrypted together, so that shredding the key leaves nothing to guess from. */
export async function recordEvent(
  tx: Tx,
  kind: 'command' | 'read' | 'refusal' | 'system',
  entry: AuditEntry,
  commandId: string | null,
): Promise<void> {
  const detail: JsonObject = { ...entry.detail, codes: entry.codes ?? {} }
  const salt = randomBytes(SALT_BYTES)
  const plain = plainJson(detail)
  const { keyId, sealed } = await tx.encryptFor(
    entry.subjects[0] ?? installation,
    Buffer.concat([salt, Buffer.from(canonicalJson(plain))]),
  )
  await tx
    .tables<EventTables>()
    .insertInto('audit.event')
    .values({
      id: tx.ids.next(),
      kind,
      type: entry.type,
      actor_id: tx.actor.officerId,
      actor_unit_id: tx.actor.unitId,
      session_id: tx.actor.sessionId,
      command_id: commandId,
      occurred_at: entry.occurredAt ?? tx.occurredAt,
      recorded_at: tx.now,
      unit_id: entry.unitId ?? tx.actor.unitId,
      area: entry.area ?? tx.actor.area,
      purpose_kind: entry.purpose?.kind ?? null,
      purpose_id: entry.purpose?.id ?? null,
      subjects: JSON.stringify(entry.subjects),
      codes: JSON.stringify(entry.codes ?? {}),
      detail_hash: Buffer.from(detailHash(salt, plain), 'base64'),
      detail_key_id: keyId,
      detail: sealed,
    })
    .execute()
}
