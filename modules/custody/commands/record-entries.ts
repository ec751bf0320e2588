import { z } from 'zod'
import { recordEntriesBody } from '#contracts/custody/custody.ts'
import type { EntryInput } from '#contracts/custody/entry.ts'
import { findCaseHeader, getCaseForAct } from '#modules/casework/index.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import type { CustodyTable } from '../custody-tables.ts'
import { keepLife } from '../custody-life.ts'
import { type CustodyRow, custodyEvent, getCustodyToRecord } from '../custody-store.ts'
import { getProsecutor } from '../prosecutors.ts'
import { recordEntries } from '../record-entries.ts'
import { offencesOf } from './open-custody.ts'
import type { Updateable } from 'kysely'

/** Takes facts of the time in custody down. They are never refused for breaking a rule: they are marked. */
export const recordCustodyEntries = (deps: CustodyDeps) =>
  defineCommand({
    type: 'custody.record',
    permission: 'custody.record',
    fromAfar: true,
    input: z.strictObject({ id: z.uuid(), ...recordEntriesBody.shape }),
    execute: async (tx, { id, entries }) => {
      const row = await getCustodyToRecord(tx, id)
      const recorded = await recordEntries(tx, deps.rules, row, entries)
      const change = await changesOf(tx, row, entries)
      await keepLife(tx, deps.rules, row, { ...change, entry_count: row.entry_count + recorded.length })
      const first = entries[0]
      return {
        result: { ids: recorded.map((each) => each.id), marks: recorded.flatMap((each) => [...each.marks]) },
        event: {
          type: 'custody.recorded',
          ...custodyEvent(row),
          ...(first ? { occurredAt: new Date(first.at) } : {}),
          codes: {
            reference: row.reference,
            count: recorded.length,
            kinds: entries.map(({ kind }) => kind),
            seqs: recorded.map(({ seq }) => seq),
            marks: recorded.flatMap((each) => [...each.marks]),
          },
        },
      }
    },
  })

/** What some facts change of the line itself: offences known, the age, who is competent. */
async function changesOf(tx: Tx, row: CustodyRow, entries: readonly EntryInput[]): Promise<Updateable<CustodyTable>> {
  let offences = row.offences
  let age = row.age
  const competent = new Set(row.prosecutor_unit_ids)
  for (const entry of entries) {
    if (entry.kind === 'offences' && (await findCaseHeader(tx, row.case_id))) {
      const known = await getCaseForAct(tx, row.case_id)
      // Those known before stay known: a change of class starts no new clock, and takes nothing back that was granted.
      offences = [...offences, ...offencesOf(known.offences, entry.at)]
    }
    if (entry.kind === 'age') age = entry.age
    if (entry.kind === 'competence') competent.add((await getProsecutor(tx, entry.prosecutorUnitId)).id)
  }
  return {
    ...(offences === row.offences ? {} : { offences: JSON.stringify(offences) }),
    ...(age === row.age ? {} : { age }),
    ...(competent.size === row.prosecutor_unit_ids.length ? {} : { prosecutor_unit_ids: [...competent] }),
  }
}
