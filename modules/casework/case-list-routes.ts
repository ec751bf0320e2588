import { z } from 'zod'
import {
  caseListSchema,
  caseSearchAnswer,
  caseSearchQuery,
  casesOfPersonSchema,
  listCasesQuery,
  queueCountsSchema,
} from '#contracts/casework/case-lists.ts'
import { readPersonQuery } from '#contracts/registry/person.ts'
import { type Route, queryRoute } from '#platform/http/route.ts'
import { countQueues, listCases } from './queries/list-cases.ts'
import { listCasesOfPerson } from './queries/list-cases-of-person.ts'
import { searchCases } from './queries/search-cases.ts'

const params = z.object({ id: z.uuid() })

export const caseListRoutes: readonly Route[] = [
  queryRoute({
    method: 'GET',
    url: '/cases',
    summary: 'Cases of a queue',
    query: listCasesQuery,
    ask: listCases,
    response: caseListSchema,
    input: ({ query }) => query,
  }),
  queryRoute({
    method: 'GET',
    url: '/cases/queues',
    summary: 'How many cases each queue holds',
    ask: countQueues,
    response: queueCountsSchema,
    input: () => ({}),
  }),
  queryRoute({
    method: 'GET',
    url: '/search',
    summary: 'Cases by number; persons by document number or any words of the name, with their cases',
    query: caseSearchQuery,
    ask: searchCases,
    response: caseSearchAnswer,
    input: ({ query, purpose }) => ({ ...query, purposeKnown: purpose !== undefined }),
  }),
  queryRoute({
    method: 'GET',
    url: '/persons/:id/cases',
    summary: 'The cases of a person that the reader may see; needs a purpose or a reason',
    params,
    query: readPersonQuery,
    ask: listCasesOfPerson,
    response: casesOfPersonSchema,
    input: ({ params: { id }, query, purpose }) => ({ id, ...query, purposeKnown: purpose !== undefined }),
  }),
]
