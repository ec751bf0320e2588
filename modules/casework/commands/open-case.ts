import { openCaseBody } from '#contracts/casework/case.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CaseworkLaw } from '../domain/resolve-offences.ts'
import { openCase } from '../open-case.ts'

export function openCaseCommand(law: CaseworkLaw) {
  return defineCommand({
    type: 'case.open',
    permission: 'case.open',
    input: openCaseBody,
    execute: async (tx, input) => {
      const unitId = input.unitId ?? tx.actor.unitId
      if (!unitId) throw platformErrors.fail('NOT_PERMITTED')
      const opened = await openCase(tx, law, { ...input, unitId })
      const { id, area, reference, year, number, sealed, participants, event } = opened
      return {
        result: {
          id,
          reference,
          year,
          number,
          sealed,
          participants: participants.map((each) => ({ id: each.id, personId: each.personId, role: each.role })),
        },
        event: { type: 'case.opened', ...event, unitId, area, purpose: { kind: 'case', id } },
      }
    },
  })
}
