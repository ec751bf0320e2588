import { z } from 'zod'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import {
  decideLawAnswer,
  decideLawBody,
  lawChangeAnswer,
  lawChangesAnswer,
  lawChangesQuery,
  lawSetAnswer,
  lawSetsAnswer,
  proposeLawAnswer,
  proposeLawBody,
} from '#contracts/organisation/law.ts'
import { createDecideLaw } from './commands/decide-law.ts'
import { createProposeLaw } from './commands/propose-law.ts'
import type { LawSets } from './law-sets.ts'
import { listLawChanges, showLawChange } from './queries/list-law-changes.ts'
import { createListLawSets, createShowLawSet } from './queries/show-law-set.ts'

export function lawRoutes(sets: LawSets): readonly Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/law-sets',
      summary: 'The sets of law data that two persons may change',
      ask: createListLawSets(sets),
      response: lawSetsAnswer,
      input: () => ({}),
    }),
    queryRoute({
      method: 'GET',
      url: '/law-sets/:name',
      summary: 'A set of law data in the version in use, with the shape of its rows',
      ask: createShowLawSet(sets),
      params: z.object({ name: z.string().min(1).max(80) }),
      response: lawSetAnswer,
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/law-changes',
      summary: 'Proposals of changes of law data',
      ask: listLawChanges,
      query: lawChangesQuery,
      response: lawChangesAnswer,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/law-changes/:id',
      summary: 'A proposal, with what it changes row by row',
      ask: showLawChange,
      params: z.object({ id: z.uuid() }),
      response: lawChangeAnswer,
      input: ({ params }) => ({ lawChangeId: params.id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/law-changes',
      summary: 'Propose a change of law data',
      command: createProposeLaw(sets),
      body: proposeLawBody,
      response: proposeLawAnswer,
      status: 201,
      input: ({ body }) => body,
    }),
    commandRoute({
      method: 'POST',
      url: '/law-changes/:id/decide',
      summary: 'Approve or reject the proposal of another',
      command: createDecideLaw(sets),
      params: z.object({ id: z.uuid() }),
      body: decideLawBody,
      response: decideLawAnswer,
      input: ({ params, body }) => ({ lawChangeId: params.id, ...body }),
    }),
  ]
}
