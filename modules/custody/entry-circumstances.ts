import type { EntryInput } from '#contracts/custody/entry.ts'
import { findOfficer } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { custodyErrors } from './custody-errors.ts'
import { type CustodyRow, custodies, entryRows, lineOf, qualityCodes, takenDown } from './custody-store.ts'
import type { CustodyRules } from './domain/custody-rules.ts'
import type { EntryCircumstances } from './domain/entry-marks.ts'
import { foldRecord } from './domain/record.ts'
import { whereAt } from './domain/whereabouts.ts'

const clockSlack = 5 * 60_000

/** What the house knows around a fact that is taken down. Throws where it names what does not exist. */
export async function circumstancesOf(
  tx: Tx,
  rules: CustodyRules,
  row: CustodyRow,
  entry: EntryInput,
  lawyerFrom: number | null,
): Promise<EntryCircumstances> {
  const at = Date.parse(entry.at)
  const until = entry.until ? Date.parse(entry.until) : null
  for (const time of [at, until])
    if (time !== null && time - tx.now.getTime() > clockSlack)
      throw platformErrors.fail('CLOCK_WRONG', { time: new Date(time).toISOString() })
  if (until !== null && until < at) throw custodyErrors.fail('CUSTODY_TIMES_REVERSED')
  const officer = await officerOf(tx, rules, row, entry)
  const cell = await cellOf(tx, row, entry, at)
  return {
    recordedAt: tx.now.getTime(),
    personSex: row.sex,
    lawyerFrom,
    ...(officer ? { officer } : {}),
    ...(cell ? { cell } : {}),
  }
}

async function officerOf(tx: Tx, rules: CustodyRules, row: CustodyRow, entry: EntryInput) {
  if (entry.kind !== 'hearing' && entry.kind !== 'body-search') return undefined
  const officer = await findOfficer(tx, entry.by)
  if (!officer) throw platformErrors.fail('REFERENCE_UNKNOWN', { field: 'by' })
  const codes = await qualityCodes(tx, entry.by, new Date(entry.at))
  const asked = rules.holders.find(({ measures }) => measures.includes(row.measure))?.qualities ?? []
  return {
    sex: officer.sex,
    suspended: codes.suspended,
    qualified: codes.qualities.some((quality) => asked.includes(quality)),
  }
}

/** The cell an entry names and who else was in it at that hour, as far as this transaction may see. */
async function cellOf(tx: Tx, row: CustodyRow, entry: EntryInput, at: number) {
  const cellId = entry.kind === 'cell' ? entry.cellId : entry.kind === 'ended' ? (entry.cellId ?? null) : null
  if (cellId === null) return undefined
  const cell = await custodies(tx)
    .selectFrom('custody.cell')
    .select(['use', 'capacity', 'place_id'])
    .where('id', '=', cellId)
    .executeTakeFirst()
  if (cell?.place_id !== row.place_id) throw custodyErrors.fail('CUSTODY_PLACE_UNKNOWN')
  const others = await custodies(tx)
    .selectFrom('custody.custody')
    .selectAll()
    .where('place_id', '=', row.place_id)
    .where('id', '<>', row.id)
    .where('arrested_at', '<=', new Date(at))
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', new Date(at))]))
    .execute()
  const entries = await entryRows(
    tx,
    others.map(({ id }) => id),
  )
  const there = others.filter((other) => {
    const record = foldRecord(takenDown(entries.filter(({ custody_id }) => custody_id === other.id)))
    return whereAt(lineOf(other), record, at)?.cellId === cellId
  })
  return { use: cell.use, capacity: cell.capacity, others: there.length }
}
