import { z } from 'zod'
import {
  draftCopySchema,
  draftListQuery,
  draftListSchema,
  draftSchema,
  draftStateSchema,
  finaliseBody,
  finalisedSchema,
  findingsSchema,
  newDraftBody,
  penSchema,
  saveDraftAnswer,
  saveDraftBody,
  supervisorsQuery,
  supervisorsSchema,
  takePenBody,
} from '#contracts/documents/draft.ts'
import { formListQuery, formListSchema } from '#contracts/documents/form.ts'
import { readingSchema } from '#contracts/documents/reading.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { finalisePv } from './commands/finalise-pv.ts'
import type { DocumentsDeps } from './documents-deps.ts'
import { formsOn } from './domain/form.ts'
import { checkDraft, readBackDraft } from './queries/check-draft.ts'
import { createDraft } from './queries/create-draft.ts'
import { discardDraft, restoreDraft } from './queries/discard-draft.ts'
import { listSupervisors } from './queries/list-supervisors.ts'
import { listDrafts, readDraft, readDraftCopy } from './queries/read-draft.ts'
import { saveDraft, takePen } from './queries/save-draft.ts'

const byId = z.strictObject({ id: z.uuid() })
const byCopy = z.strictObject({ id: z.uuid(), copyId: z.uuid() })

export function draftRoutes(deps: DocumentsDeps): readonly Route[] {
  const listForms = defineQuery({
    type: 'pv-form.list',
    permission: 'self.pv-forms',
    input: formListQuery,
    recorded: false,
    execute: (tx, { on }) =>
      Promise.resolve({ result: { items: formsOn(deps.data.forms, on ?? deps.legalTime.dateOf(tx.now)) } }),
  })
  return [
    queryRoute({
      method: 'GET',
      url: '/pv-forms',
      summary: 'Forms of PVs in force on a day, today where none is named',
      query: formListQuery,
      response: formListSchema,
      ask: listForms,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'POST',
      url: '/drafts',
      summary: 'Begin a PV, filled with what the file proposes; the same id again answers the same draft',
      status: 201,
      body: newDraftBody,
      response: byId,
      ask: createDraft(deps),
      input: ({ body }) => body,
    }),
    queryRoute({
      method: 'GET',
      url: '/drafts',
      summary: 'Own drafts',
      query: draftListQuery,
      response: draftListSchema,
      ask: listDrafts(deps),
      input: ({ query }) => ({ discarded: query.discarded === 'true' }),
    }),
    queryRoute({
      method: 'GET',
      url: '/drafts/:id',
      summary: 'An own draft with its form and the people of the file',
      params: byId,
      response: draftSchema,
      ask: readDraft(deps),
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'PUT',
      url: '/drafts/:id',
      summary: 'Save what was typed; may be sent again, and never puts less in the place of more',
      params: byId,
      body: saveDraftBody,
      response: saveDraftAnswer,
      ask: saveDraft,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    queryRoute({
      method: 'POST',
      url: '/drafts/:id/pen',
      summary: 'Take the pen for a window, with the text to go on from',
      params: byId,
      body: takePenBody,
      response: penSchema,
      ask: takePen,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    queryRoute({
      method: 'POST',
      url: '/drafts/:id/check',
      summary: 'What the checks say of the draft as it is saved',
      params: byId,
      response: findingsSchema,
      ask: checkDraft(deps),
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/drafts/:id/reading',
      summary: 'The words of the draft as it would be printed, for reading back',
      params: byId,
      response: readingSchema,
      ask: readBackDraft(deps),
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'POST',
      url: '/drafts/:id/discard',
      summary: 'Throw a draft away; it can be had back within thirty days',
      params: byId,
      response: draftStateSchema,
      ask: discardDraft,
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'POST',
      url: '/drafts/:id/restore',
      summary: 'Take a discarded draft up again',
      params: byId,
      response: draftStateSchema,
      ask: restoreDraft,
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/drafts/:id/copies/:copyId',
      summary: 'A text that was kept aside',
      params: byCopy,
      response: draftCopySchema,
      ask: readDraftCopy,
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/drafts/:id/supervisors',
      summary:
        'Officers of the unit under whose supervision the draft may be closed, where its writer lacks the quality',
      params: byId,
      query: supervisorsQuery,
      response: supervisorsSchema,
      ask: listSupervisors(deps),
      input: ({ params, query }) => ({ ...params, ...query }),
    }),
    commandRoute({
      method: 'POST',
      url: '/drafts/:id/finalise',
      summary: 'Close the text: it takes its number and is printed for signature',
      status: 201,
      params: byId,
      body: finaliseBody,
      response: finalisedSchema,
      command: finalisePv(deps),
      input: ({ params, body }) => ({ draftId: params.id, ...body }),
    }),
  ]
}
