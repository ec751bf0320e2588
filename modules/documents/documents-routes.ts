import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
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
import {
  abandonPvBody,
  copyPvBody,
  pvFileQuery,
  pvCopiedSchema,
  pvListSchema,
  pvSchema,
  pvSealedSchema,
  pvStateSchema,
  signCheckAnswer,
  signPvBody,
} from '#contracts/documents/pv.ts'
import { readingSchema } from '#contracts/documents/reading.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { type Route, type RouteRequest, commandRoute, queryRoute, rawRoute } from '#platform/http/route.ts'
import { abandonPv } from './commands/abandon-pv.ts'
import { copyPv } from './commands/copy-pv.ts'
import { finalisePv } from './commands/finalise-pv.ts'
import { signPv } from './commands/sign-pv.ts'
import type { DocumentsDeps } from './documents-deps.ts'
import { formsOn } from './domain/form.ts'
import { checkDraft, previewDraft, readBackDraft } from './queries/check-draft.ts'
import { createDraft } from './queries/create-draft.ts'
import { discardDraft, restoreDraft } from './queries/discard-draft.ts'
import { listSupervisors } from './queries/list-supervisors.ts'
import { listDrafts, readDraft, readDraftCopy } from './queries/read-draft.ts'
import { readBeforeSigning } from './queries/read-before-signing.ts'
import { type pvFiles, readPvFile } from './queries/read-pv-file.ts'
import { checkSigning, listPvs, listPvsToSign, readPv } from './queries/read-pv.ts'
import { saveDraft, takePen } from './queries/save-draft.ts'

const byId = z.strictObject({ id: z.uuid() })
const byCopy = z.strictObject({ id: z.uuid(), copyId: z.uuid() })

export function documentsRoutes(deps: DocumentsDeps): readonly Route[] {
  return [...draftRoutes(deps), ...pvRoutes(deps), ...fileRoutes(deps)]
}

function draftRoutes(deps: DocumentsDeps): Route[] {
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

function pvRoutes(deps: DocumentsDeps): Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/cases/:id/pvs',
      summary: 'PVs of a case',
      params: byId,
      response: pvListSchema,
      ask: listPvs(deps),
      input: ({ params }) => ({ caseId: params.id }),
    }),
    queryRoute({
      method: 'GET',
      url: '/pvs/to-sign',
      summary: 'Own PVs that wait to be signed',
      response: pvListSchema,
      ask: listPvsToSign(deps),
      input: () => ({}),
    }),
    queryRoute({
      method: 'GET',
      url: '/pvs/:id',
      summary: 'A PV with its source text, remarks and copies',
      params: byId,
      response: pvSchema,
      ask: readPv(deps),
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/pvs/:id/reading',
      summary: 'The words of the print, read by or to whoever signs on the screen; recorded as that',
      params: byId,
      response: readingSchema,
      ask: readBeforeSigning,
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'POST',
      url: '/pvs/:id/check-signing',
      summary: 'What the checks would say of a signature',
      params: byId,
      body: signPvBody,
      response: signCheckAnswer,
      ask: checkSigning(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/pvs/:id/sign',
      summary: 'Take the PV back signed and seal it; asks for a fresh proof of identity',
      params: byId,
      body: signPvBody,
      response: pvSealedSchema,
      command: signPv(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/pvs/:id/abandon',
      summary: 'Give up a PV that was not signed; it keeps its number',
      params: byId,
      body: abandonPvBody,
      response: pvStateSchema,
      command: abandonPv,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/pvs/:id/copies',
      summary: 'Issue a copy, or a certified copy, with its number and purpose',
      status: 201,
      params: byId,
      body: copyPvBody,
      response: pvCopiedSchema,
      command: copyPv(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
  ]
}

function fileRoutes(deps: DocumentsDeps): Route[] {
  const preview = previewDraft(deps)
  const file = readPvFile(deps)
  const pvFile = (url: string, summary: string, which: (typeof pvFiles)[number]) =>
    rawRoute({
      method: 'GET',
      url,
      summary,
      permission: file.permission,
      params: which === 'copy' ? byCopy : byId,
      query: pvFileQuery,
      handle: (_request, reply, context) => sendFile(reply, context, which),
    })
  async function sendFile(reply: FastifyReply, context: RouteRequest, which: (typeof pvFiles)[number]) {
    const params = z.object({ id: z.uuid(), copyId: z.uuid().optional() }).parse(context.params)
    const { as } = pvFileQuery.parse(context.query)
    const asked = { ...params, file: which, as }
    const { info, content } = await deps.kernel.ask(file, context.caller, asked, context.purpose)
    return reply
      .type(info.mediaType)
      .header('content-length', info.size)
      .header(
        'content-disposition',
        `${as === 'download' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(info.name)}`,
      )
      .send(Readable.from(content))
  }
  return [
    rawRoute({
      method: 'GET',
      url: '/drafts/:id/preview.pdf',
      summary: 'The draft as it would be printed, for reading back',
      permission: preview.permission,
      params: byId,
      handle: async (_request, reply, context) => {
        const pdf = await deps.kernel.ask(preview, context.caller, byId.parse(context.params))
        return reply.type('application/pdf').header('content-disposition', 'inline').send(Buffer.from(pdf))
      },
    }),
    pvFile(
      '/pvs/:id/pv.pdf',
      'The PV: the paper to sign, the sealed file once it is sealed; each opening is recorded',
      'pdf',
    ),
    pvFile('/pvs/:id/scan', 'The scan of the signed paper; each opening is recorded', 'scan'),
    pvFile('/pvs/:id/copies/:copyId/copy.pdf', 'A copy; each opening is recorded', 'copy'),
  ]
}
