import { z } from 'zod'
import { protectedQuery } from '#contracts/casework/participants.ts'
import { findPerson, registryErrors } from '#modules/registry/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { caseCodes, caseEvent, getCase } from '../case-store.ts'
import type { CaseworkTables } from '../casework-tables.ts'

/** Who stands behind the aliases of a case, with the reason of the look; runs under the one permission that sees protected facts. */
export const readProtectedPersons = defineQuery({
  type: 'case.read-protected',
  permission: 'person.protected',
  input: z.strictObject({ id: z.uuid(), ...protectedQuery.shape }),
  recorded: true,
  execute: async (tx, { id, reason }) => {
    const row = await getCase(tx, id)
    if (!reason) throw registryErrors.fail('PURPOSE_NEEDED')
    const links = await tx
      .tables<CaseworkTables>()
      .selectFrom('casework.protected_person as hidden')
      .innerJoin('casework.participant as link', 'link.id', 'hidden.participant_id')
      .select(['hidden.participant_id', 'link.alias', 'hidden.person_id'])
      .where('hidden.case_id', '=', id)
      .orderBy('link.since')
      .orderBy('link.id')
      .execute()
    const items = []
    for (const link of links) {
      const person = await findPerson(tx, link.person_id)
      if (person) items.push({ participantId: link.participant_id, alias: link.alias ?? '', person })
    }
    return {
      result: { items },
      access: {
        type: 'case.protected-read',
        ...caseEvent(
          row,
          items.map(({ person }) => ({ type: 'person', id: person.id })),
        ),
        codes: caseCodes(row),
        detail: { reason },
      },
    }
  },
})
