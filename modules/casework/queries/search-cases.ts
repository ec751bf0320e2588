import { z } from 'zod'
import { caseSearchQuery } from '#contracts/casework/case-lists.ts'
import { findPersons, looksLikeDocumentNumber } from '#modules/registry/index.ts'
import { type Tx, defineQuery } from '#platform/commands/types.ts'
import type { CaseRow } from '../case-store.ts'
import { summariseCases } from '../case-summaries.ts'
import type { CaseworkTables } from '../casework-tables.ts'
import { parseReference } from '../domain/case-number.ts'

const shownCases = 20

/**
 * One box for everything: a case number finds cases; anything else finds persons, by document number or by how the
 * name begins, with those of their cases that the reader may see. Persons are looked for only where a purpose explains it.
 */
export const searchCases = defineQuery({
  type: 'case.search',
  permission: 'case.search',
  input: caseSearchQuery.extend({ purposeKnown: z.boolean() }),
  recorded: true,
  execute: async (tx, { q, reason, purposeKnown }) => {
    const reference = parseReference(q)
    const kind = reference ? 'number' : looksLikeDocumentNumber(q) ? 'document' : 'name'
    const explained = purposeKnown || reason !== undefined
    const persons = reference || !explained ? null : await personsWithCases(tx, q)
    const rows = reference
      ? await casesByNumber(tx, reference.year, reference.number)
      : await casesById(tx, persons?.flatMap(({ caseIds }) => caseIds) ?? [])
    const cases = await summariseCases(tx, rows)
    return {
      result: { kind, cases, persons, purposeNeeded: !reference && !explained },
      access: {
        type: 'case.searched',
        subjects: [
          ...cases.map(({ id }) => ({ type: 'case', id })),
          ...(persons ?? []).map(({ id }) => ({ type: 'person', id })),
        ],
        codes: { kind, cases: cases.length, persons: persons?.length ?? 0 },
        detail: { q, ...(reason ? { reason } : {}) },
        ...(reason && !purposeKnown ? { purpose: { kind: 'reason' as const } } : {}),
      },
    }
  },
})

async function personsWithCases(tx: Tx, q: string) {
  const { items } = await findPersons(tx, q)
  if (items.length === 0) return []
  const links = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.participant')
    .select(['person_id', 'case_id'])
    .distinct()
    .where(
      'person_id',
      'in',
      items.map(({ id }) => id),
    )
    .where((eb) => eb.or([eb('end_reason', 'is', null), eb('end_reason', '<>', 'entered-in-error')]))
    .orderBy('case_id', 'desc')
    .execute()
  return items.map((person) => ({
    ...person,
    caseIds: links.filter(({ person_id }) => person_id === person.id).map(({ case_id }) => case_id),
  }))
}

async function casesByNumber(tx: Tx, year: number, number: number): Promise<CaseRow[]> {
  return tx
    .tables<CaseworkTables>()
    .selectFrom('casework.case_file')
    .selectAll()
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('casework.case_number as given')
        .select('given.case_id')
        .where('given.year', '=', year)
        .where('given.number', '=', number),
    )
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(shownCases)
    .execute()
}

async function casesById(tx: Tx, ids: readonly string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return []
  return tx
    .tables<CaseworkTables>()
    .selectFrom('casework.case_file')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(shownCases)
    .execute()
}
