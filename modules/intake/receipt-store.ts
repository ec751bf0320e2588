import type { Tx } from '#platform/commands/types.ts'
import { trackingCodeBytes, trackingCodeHash, trackingCodeOf } from './domain/tracking-code.ts'
import type { IntakeTables } from './intake-tables.ts'
import { type LineRow, lineSubject } from './line-store.ts'

/** Issues a receipt with a fresh code. The code is in no answer and no log: only the print shows it. */
export async function issueReceipt(
  tx: Tx,
  line: Pick<LineRow, 'id' | 'unit_id' | 'area'>,
  random: (bytes: number) => Uint8Array,
): Promise<string> {
  const issuedBy = tx.actor.officerId
  if (!issuedBy) throw new Error('a receipt is issued by an officer')
  const id = tx.ids.next()
  const code = trackingCodeOf(random(trackingCodeBytes))
  const { keyId, sealed } = await tx.encryptFor(lineSubject(line.id), Buffer.from(code))
  await tx
    .tables<IntakeTables>()
    .insertInto('intake.receipt')
    .values({
      id,
      line_id: line.id,
      unit_id: line.unit_id,
      area: line.area,
      code_hash: trackingCodeHash(code),
      code_key_id: keyId,
      code: sealed,
      issued_at: tx.now,
      issued_by: issuedBy,
      revoked_at: null,
    })
    .execute()
  return id
}
