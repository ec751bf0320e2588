import { z } from 'zod'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import {
  absenceAnswer,
  absenceBody,
  absenceEndedAnswer,
  decisionBody,
  grantRoleAnswer,
  grantRoleBody,
  officerAnswer,
  officerChangedAnswer,
  officersAnswer,
  officersQuery,
  postOfficerAnswer,
  postOfficerBody,
  qualityAnswer,
  qualityAtAnswer,
  qualityBody,
  qualityQuery,
} from '#contracts/organisation/officers.ts'
import { endAbsence } from './commands/end-absence.ts'
import { endRole } from './commands/end-role.ts'
import { grantRole } from './commands/grant-role.ts'
import { postOfficer } from './commands/post-officer.ts'
import { recordAbsence } from './commands/record-absence.ts'
import { recordQuality } from './commands/record-quality.ts'
import { reinstateOfficer } from './commands/reinstate-officer.ts'
import { suspendOfficer } from './commands/suspend-officer.ts'
import { listOfficers } from './queries/list-officers.ts'
import { showOfficer } from './queries/show-officer.ts'
import { showQuality } from './queries/show-quality.ts'

const idParams = z.object({ id: z.uuid() })

export const officerRoutes: readonly Route[] = [
  queryRoute({
    method: 'GET',
    url: '/officers',
    summary: 'Officers by unit, state, number or name',
    ask: listOfficers,
    query: officersQuery,
    response: officersAnswer,
    input: ({ query: { below, ...query } }) => ({ ...query, below: below === 'true' }),
  }),
  queryRoute({
    method: 'GET',
    url: '/officers/:id',
    summary: 'An officer with postings, roles, qualities and absences',
    ask: showOfficer,
    params: idParams,
    response: officerAnswer,
    input: ({ params }) => ({ officerId: params.id }),
  }),
  queryRoute({
    method: 'GET',
    url: '/officers/:id/quality',
    summary: 'The judicial-police quality of an officer at an instant',
    ask: showQuality,
    params: idParams,
    query: qualityQuery,
    response: qualityAtAnswer,
    input: ({ params, query }) => ({ officerId: params.id, ...query }),
  }),
  commandRoute({
    method: 'POST',
    url: '/officers/:id/qualities',
    summary: 'Record a decision on judicial-police quality',
    command: recordQuality,
    params: idParams,
    body: qualityBody,
    response: qualityAnswer,
    status: 201,
    input: ({ params, body }) => ({ officerId: params.id, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/officers/:id/postings',
    summary: 'Post an officer to a unit, a post or a rank',
    command: postOfficer,
    params: idParams,
    body: postOfficerBody,
    response: postOfficerAnswer,
    status: 201,
    input: ({ params, body }) => ({ officerId: params.id, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/officers/:id/suspend',
    summary: 'Suspend an officer; sessions die at once',
    command: suspendOfficer,
    params: idParams,
    body: decisionBody,
    response: officerChangedAnswer,
    input: ({ params, body }) => ({ officerId: params.id, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/officers/:id/reinstate',
    summary: 'End an administrative suspension',
    command: reinstateOfficer,
    params: idParams,
    body: decisionBody,
    response: officerChangedAnswer,
    input: ({ params, body }) => ({ officerId: params.id, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/officers/:id/absences',
    summary: 'Record an absence and who stands in',
    command: recordAbsence,
    params: idParams,
    body: absenceBody,
    response: absenceAnswer,
    status: 201,
    input: ({ params, body }) => ({ officerId: params.id, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/absences/:id/end',
    summary: 'The officer is back',
    command: endAbsence,
    params: idParams,
    response: absenceEndedAnswer,
    input: ({ params }) => ({ absenceId: params.id }),
  }),
  commandRoute({
    method: 'POST',
    url: '/officers/:id/roles',
    summary: 'Grant a role to an officer',
    command: grantRole,
    params: idParams,
    body: grantRoleBody,
    response: grantRoleAnswer,
    status: 201,
    input: ({ params, body }) => ({ officerId: params.id, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/role-grants/:id/end',
    summary: 'End a role now',
    command: endRole,
    params: idParams,
    response: grantRoleAnswer,
    input: ({ params }) => ({ grantId: params.id }),
  }),
]
