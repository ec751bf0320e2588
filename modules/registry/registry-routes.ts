import { z } from 'zod'
import { personSchema, personSearchAnswer, personSearchQuery, recordFactsBody } from '#contracts/registry/person.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { recordFacts } from './commands/record-facts.ts'
import { readPerson, readProtectedPerson } from './queries/read-person.ts'
import { searchPersons } from './queries/search-persons.ts'

const params = z.object({ id: z.uuid() })

export const registryRoutes: readonly Route[] = [
  queryRoute({
    method: 'GET',
    url: '/persons',
    summary: 'Persons whose name or document number begins with q; needs a purpose or a reason',
    query: personSearchQuery,
    ask: searchPersons,
    response: personSearchAnswer,
    input: ({ query, purpose }) => ({ ...query, purposeKnown: purpose !== undefined }),
  }),
  queryRoute({
    method: 'GET',
    url: '/persons/:id',
    summary: 'A person with every fact the reader may see',
    params,
    ask: readPerson,
    response: personSchema,
    input: (request) => ({ id: request.params.id }),
  }),
  queryRoute({
    method: 'GET',
    url: '/persons/:id/protected',
    summary: 'A person with the protected facts too',
    params,
    ask: readProtectedPerson,
    response: personSchema,
    input: (request) => ({ id: request.params.id }),
  }),
  commandRoute({
    method: 'POST',
    url: '/persons/:id/facts',
    summary: 'Add facts to a person, or correct and end earlier ones',
    params,
    body: recordFactsBody,
    command: recordFacts,
    response: z.object({ id: z.uuid(), added: z.int(), ended: z.int() }),
    input: (request) => ({ personId: request.params.id, ...request.body }),
  }),
]
