import { z } from 'zod'
import {
  changeParticipantBody,
  endParticipantBody,
  participantInputSchema,
  participantRoles,
  resumeParticipantBody,
} from '#contracts/casework/participants.ts'
import { type Route, commandRoute } from '#platform/http/route.ts'
import { addParticipantCommand } from './commands/add-participant.ts'
import { changeParticipant, endParticipant, resumeParticipant } from './commands/change-participant.ts'

const params = z.object({ id: z.uuid() })
const participantParams = z.object({ id: z.uuid(), participantId: z.uuid() })
const made = z.object({ id: z.uuid() })

export const participantRoutes: readonly Route[] = [
  commandRoute({
    method: 'POST',
    url: '/cases/:id/participants',
    summary: 'Add a person to a case in a role',
    params,
    body: participantInputSchema,
    command: addParticipantCommand,
    status: 201,
    response: z.object({ id: z.uuid(), personId: z.uuid().nullable(), role: z.enum(participantRoles) }),
    input: (request) => ({ caseId: request.params.id, participant: request.body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/cases/:id/participants/:participantId/role',
    summary: 'Give a person another role in the case',
    params: participantParams,
    body: changeParticipantBody,
    command: changeParticipant,
    response: made,
    input: ({ params: { id, participantId }, body }) => ({ caseId: id, participantId, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/cases/:id/participants/:participantId/end',
    summary: 'End a person’s role in the case',
    params: participantParams,
    body: endParticipantBody,
    command: endParticipant,
    response: made,
    input: ({ params: { id, participantId }, body }) => ({ caseId: id, participantId, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/cases/:id/participants/:participantId/resumption',
    summary: 'Take back that a person’s role in the case ended',
    params: participantParams,
    body: resumeParticipantBody,
    command: resumeParticipant,
    response: made,
    input: ({ params: { id, participantId }, body }) => ({ caseId: id, participantId, ...body }),
  }),
]
