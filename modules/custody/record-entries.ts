import type { EntryInput, EntryMark } from '#contracts/custody/entry.ts'
import type { Tx } from '#platform/commands/types.ts'
import { custodyErrors } from './custody-errors.ts'
import { clockOf } from './custody-life.ts'
import { type CustodyRow, addEntry, entryRows, lineOf, takenDown } from './custody-store.ts'
import type { CustodyRules } from './domain/custody-rules.ts'
import { marksOf } from './domain/entry-marks.ts'
import { type TakenDown, endOf, foldRecord } from './domain/record.ts'
import { circumstancesOf } from './entry-circumstances.ts'

export interface RecordedEntry {
  readonly id: string
  readonly seq: number
  readonly marks: readonly EntryMark[]
}

/**
 * Takes facts down one after the other, each judged by those before it. The custody's row is locked or made by this
 * transaction. Refused is only what names nothing that exists, or claims a second end.
 */
export async function recordEntries(
  tx: Tx,
  rules: CustodyRules,
  row: CustodyRow,
  entries: readonly EntryInput[],
): Promise<RecordedEntry[]> {
  const known: TakenDown[] = takenDown(await entryRows(tx, [row.id]))
  const recorded: RecordedEntry[] = []
  for (const entry of entries) {
    requireKnown(known, entry)
    const record = foldRecord(known)
    const answer = clockOf(rules, row, record, tx.now)
    const lawyerFrom = answer.lawyerFrom === null ? null : Date.parse(answer.lawyerFrom)
    const around = await circumstancesOf(tx, rules, row, entry, lawyerFrom)
    const marks = marksOf(rules, lineOf(row), record, entry, around)
    const made = await addEntry(tx, row, known.length + 1, entry, marks)
    known.push(made)
    recorded.push({ id: made.id, seq: made.seq, marks })
  }
  return recorded
}

/** What an entry points at must be of this custody. A second end is a claim, unless it puts the first one right. */
function requireKnown(known: readonly TakenDown[], entry: EntryInput): void {
  const ids = new Set(known.map(({ id }) => id))
  const pointed = [entry.corrects ?? null, 'of' in entry ? entry.of : null].filter((id) => id !== null)
  if (pointed.some((id) => !ids.has(id))) throw custodyErrors.fail('CUSTODY_ENTRY_UNKNOWN')
  if (entry.kind !== 'end') return
  const end = endOf(foldRecord(known))
  if (end && end.id !== entry.corrects) throw custodyErrors.fail('CUSTODY_ALREADY_ENDED')
}
