import type { Selectable } from 'kysely'
import { z } from 'zod'
import { exhibitDetailSchema } from '#contracts/exhibits/record.ts'
import { getCaseToChange } from '#modules/casework/index.ts'
import type { AuditEntry, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { ExhibitTable, ExhibitsTables } from './exhibits-tables.ts'
import { keptPartySchema } from './party.ts'

export type ExhibitRow = Selectable<ExhibitTable>

/** Names of those an exhibit is linked to, as they were when they were named. */
const linksSchema = z.object({ owner: keptPartySchema.optional(), heldFrom: keptPartySchema.optional() })
export type KeptLinks = z.output<typeof linksSchema>

/** As this transaction may see it. Throws NOT_FOUND. */
export async function getExhibit(tx: Tx, id: string): Promise<ExhibitRow> {
  const row = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.exhibit')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

/**
 * The exhibit, locked, for a command that adds to its chain: the first of the two walls. It is changed by whoever may
 * change its case, even a closed one: things move on after it. Throws NOT_FOUND, NOT_PERMITTED, STALE_EDIT.
 */
export async function getExhibitToMove(tx: Tx, id: string, baseVersion?: number): Promise<ExhibitRow> {
  const seen = await getExhibit(tx, id)
  await getCaseToChange(tx, seen.case_id, { evenClosed: true })
  const row = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.exhibit')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_PERMITTED')
  if (baseVersion !== undefined && row.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
  return row
}

/**
 * In which unit something is done to what belongs to one: there, where the officer's permission holds there; else in the
 * officer's own, as of someone on the list of a sealed case, or after a transfer.
 */
export function unitToAct(
  tx: Tx,
  record: { readonly unit_id: string; readonly area: string },
): { readonly unitId: string; readonly area: string } {
  const { unitId, area } = tx.actor
  const isThere = tx.reach.covers(record.unit_id) || unitId === null || area === null
  return isThere ? { unitId: record.unit_id, area: record.area } : { unitId, area }
}

/** Where an event about an exhibit belongs. */
export function exhibitEvent(
  row: Pick<ExhibitRow, 'id' | 'case_id' | 'unit_id' | 'area'>,
): Pick<AuditEntry, 'subjects' | 'unitId' | 'area' | 'purpose'> {
  return {
    subjects: [
      { type: 'exhibit', id: row.id },
      { type: 'case', id: row.case_id },
    ],
    unitId: row.unit_id,
    area: row.area,
    purpose: { kind: 'case', id: row.case_id },
  }
}

/** JSON, encrypted under the key of the exhibit. */
export async function sealJson(tx: Tx, exhibitId: string, value: object): Promise<{ keyId: string; sealed: Buffer }> {
  return tx.encryptFor({ type: 'exhibit', id: exhibitId }, Buffer.from(JSON.stringify(value)))
}

/** What was sealed by `sealJson`; undefined once retention has destroyed the key. */
export async function openJson<S extends z.ZodType>(
  tx: Tx,
  schema: S,
  keyId: string,
  sealed: Uint8Array | null,
): Promise<z.output<S> | undefined> {
  const plain = sealed ? await tx.decrypt(keyId, sealed) : undefined
  return plain && schema.parse(JSON.parse(plain.toString()))
}

export const openDetail = (tx: Tx, row: ExhibitRow) => openJson(tx, exhibitDetailSchema, row.key_id, row.detail)
export const openLinks = (tx: Tx, row: ExhibitRow): Promise<KeptLinks | undefined> =>
  openJson(tx, linksSchema, row.key_id, row.links)

export async function sealLinks(tx: Tx, id: string, links: KeptLinks): Promise<Buffer | null> {
  if (!links.owner && !links.heldFrom) return null
  return (await sealJson(tx, id, links)).sealed
}
