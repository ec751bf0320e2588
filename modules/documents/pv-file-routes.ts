import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { pvFileQuery } from '#contracts/documents/pv.ts'
import { type Route, type RouteRequest, rawRoute } from '#platform/http/route.ts'
import type { DocumentsDeps } from './documents-deps.ts'
import { previewDraft } from './queries/check-draft.ts'
import { type pvFiles, readPvFile } from './queries/read-pv-file.ts'

const byId = z.strictObject({ id: z.uuid() })
const byCopy = z.strictObject({ id: z.uuid(), copyId: z.uuid() })

export function pvFileRoutes(deps: DocumentsDeps): readonly Route[] {
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
