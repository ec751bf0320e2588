import { z } from 'zod'
import { readPersonQuery } from '#contracts/registry/person.ts'
import { registryErrors } from '#modules/registry/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { summariseCases } from '../case-summaries.ts'
import type { CaseworkTables } from '../casework-tables.ts'

const shownCases = 50

/** Where a person appears, as far as the reader may see; links entered in error are left out, protected ones stay hidden. */
export const listCasesOfPerson = defineQuery({
  type: 'case.list-of-person',
  permission: 'case.search',
  input: z.strictObject({ id: z.uuid(), ...readPersonQuery.shape, purposeKnown: z.boolean() }),
  recorded: true,
  execute: async (tx, { id, reason, purposeKnown }) => {
    if (!purposeKnown && !reason) throw registryErrors.fail('PURPOSE_NEEDED')
    const db = tx.tables<CaseworkTables>()
    const links = await db
      .selectFrom('casework.participant')
      .select(['case_id', 'role', 'standing', 'since', 'until'])
      .where('person_id', '=', id)
      .where((eb) => eb.or([eb('end_reason', 'is', null), eb('end_reason', '<>', 'entered-in-error')]))
      .orderBy('since')
      .orderBy('id')
      .execute()
    const rows =
      links.length === 0
        ? []
        : await db
            .selectFrom('casework.case_file')
            .selectAll()
            .where('id', 'in', [...new Set(links.map(({ case_id }) => case_id))])
            .orderBy('opened_at', 'desc')
            .orderBy('id', 'desc')
            .limit(shownCases)
            .execute()
    const cases = await summariseCases(tx, rows)
    return {
      result: {
        items: cases.map((each) => ({
          case: each,
          roles: links
            .filter(({ case_id }) => case_id === each.id)
            .map(({ role, standing, since, until }) => ({
              role,
              standing,
              since: since.toISOString(),
              until: until?.toISOString() ?? null,
            })),
        })),
      },
      access: {
        type: 'case.listed-of-person',
        subjects: [{ type: 'person', id }, ...cases.map((each) => ({ type: 'case', id: each.id }))],
        codes: { cases: cases.length },
        ...(reason ? { detail: { reason } } : {}),
        ...(reason && !purposeKnown ? { purpose: { kind: 'reason' as const } } : {}),
      },
    }
  },
})
