import { z } from 'zod'
import { participantInputSchema } from '#contracts/casework/participants.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { addParticipant } from '../add-participant.ts'
import { caseCodes, caseEvent, getCaseToChange } from '../case-store.ts'
import { personSubjects } from '../open-case.ts'

export const addParticipantCommand = defineCommand({
  type: 'case.add-participant',
  permission: 'case.change',
  input: z.strictObject({ caseId: z.uuid(), participant: participantInputSchema }),
  execute: async (tx, { caseId, participant }) => {
    const row = await getCaseToChange(tx, caseId)
    const added = await addParticipant(tx, { id: row.id, unitId: row.unit_id, area: row.area }, participant)
    return {
      result: { id: added.id, personId: added.personId, role: added.role },
      event: {
        type: 'case.participant-added',
        ...caseEvent(row, [{ type: 'participant', id: added.id }, ...personSubjects([added])]),
        codes: { ...caseCodes(row), role: added.role, standing: participant.standing },
        detail: { name: added.name },
      },
    }
  },
})
