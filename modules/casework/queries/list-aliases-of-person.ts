import { z } from 'zod'
import { protectedQuery } from '#contracts/casework/participants.ts'
import { registryErrors } from '#modules/registry/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { summariseCases } from '../case-summaries.ts'
import type { CaseworkTables } from '../casework-tables.ts'

/** Under which aliases a person is protected, in the cases and units where the reader may know. */
export const listAliasesOfPerson = defineQuery({
  type: 'person.list-aliases',
  permission: 'person.protected',
  input: z.strictObject({ id: z.uuid(), ...protectedQuery.shape }),
  recorded: true,
  execute: async (tx, { id, reason }) => {
    if (!reason) throw registryErrors.fail('PURPOSE_NEEDED')
    const db = tx.tables<CaseworkTables>()
    const links = await db
      .selectFrom('casework.protected_person as hidden')
      .innerJoin('casework.participant as link', 'link.id', 'hidden.participant_id')
      .select(['link.id', 'link.alias', 'link.role', 'link.until', 'hidden.case_id'])
      .where('hidden.person_id', '=', id)
      .orderBy('link.since')
      .orderBy('link.id')
      .execute()
    const rows =
      links.length === 0
        ? []
        : await db
            .selectFrom('casework.case_file')
            .selectAll()
            .where(
              'id',
              'in',
              links.map(({ case_id }) => case_id),
            )
            .execute()
    const cases = new Map((await summariseCases(tx, rows)).map((each) => [each.id, each]))
    return {
      result: {
        items: links.flatMap((link) => {
          const of = cases.get(link.case_id)
          if (!of) return []
          return [
            {
              participantId: link.id,
              alias: link.alias ?? '',
              role: link.role,
              until: link.until?.toISOString() ?? null,
              case: of,
            },
          ]
        }),
      },
      access: {
        type: 'person.aliases-read',
        subjects: [{ type: 'person', id }, ...[...cases.keys()].map((caseId) => ({ type: 'case', id: caseId }))],
        codes: { cases: cases.size },
        detail: { reason },
        purpose: { kind: 'reason' as const },
      },
    }
  },
})
