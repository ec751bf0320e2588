import { z } from 'zod'
import {
  personSchema,
  personSearchAnswer,
  personSearchQuery,
  readPersonQuery,
  recordFactsBody,
} from '#contracts/registry/person.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { recordFacts } from './commands/record-facts.ts'
import { readPerson, readProtectedPerson } from './queries/read-person.ts'
import { searchPersons } from './queries/search-persons.ts'

const params = z.object({ id: z.uuid() })

export const registryRoutes: readonly Route[] = [
  queryRoute({
    method: 'GET',
    url: '/persons',
    summary: 'Persons by the beginnings of any words of a name, or of a document number; needs a purpose or a reason',
    query: personSearchQuery,
    ask: searchPersons,
    response: personSearchAnswer,
    input: ({ query, purpose }) => ({ ...query, purposeKnown: purpose !== undefined }),
  }),
  queryRoute({
    method: 'GET',
    url: '/persons/:id',
    summary: 'A person with every fact the reader may see; needs a purpose or a reason',
    params,
    query: readPersonQuery,
    ask: readPerson,
    response: personSchema,
    input: ({ params: { id }, query, purpose }) => ({ id, ...query, purposeKnown: purpose !== undefined }),
  }),
  queryRoute({
    method: 'GET',
    url: '/persons/:id/protected',
    summary: 'A person with the protected facts too',
    params,
    query: readPersonQuery,
    ask: readProtectedPerson,
    response: personSchema,
    input: ({ params: { id }, query, purpose }) => ({ id, ...query, purposeKnown: purpose !== undefined }),
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
