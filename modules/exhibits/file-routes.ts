import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import {
  addFileBody,
  addPhotoBody,
  certifyChainBody,
  chainCertifiedSchema,
  fileAddedSchema,
  originalQuery,
  photoAddedSchema,
  workingCopyBody,
} from '#contracts/exhibits/record.ts'
import type { FileInfo } from '#platform/files/index.ts'
import { type Route, commandRoute, rawRoute } from '#platform/http/route.ts'
import { addFile } from './commands/add-file.ts'
import { addPhoto } from './commands/add-photo.ts'
import { certifyChain } from './commands/certify-chain.ts'
import { makeWorkingCopy } from './commands/make-working-copy.ts'
import type { ExhibitsDeps } from './exhibits-deps.ts'
import { readFile, readOriginal } from './queries/read-file.ts'

const byId = z.strictObject({ id: z.uuid() })
const byFile = z.strictObject({ id: z.uuid(), fileId: z.uuid() })

export function fileRoutes(deps: ExhibitsDeps): readonly Route[] {
  return [...addingRoutes(deps), ...readingRoutes(deps)]
}

function addingRoutes(deps: ExhibitsDeps): Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/exhibits/:id/photos',
      summary: 'Add a photograph from a finished upload',
      status: 201,
      params: byId,
      body: addPhotoBody,
      response: photoAddedSchema,
      command: addPhoto(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibits/:id/files',
      summary: 'Add a digital original from a finished upload; it is sealed from then on',
      status: 201,
      params: byId,
      body: addFileBody,
      response: fileAddedSchema,
      command: addFile(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibits/:id/files/:fileId/working-copies',
      summary: 'Make a copy of an original to work on',
      status: 201,
      params: byFile,
      body: workingCopyBody,
      response: fileAddedSchema,
      command: makeWorkingCopy(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibits/:id/certificates',
      summary: 'Certify that the chain is unbroken; refused where it is not',
      status: 201,
      params: byId,
      body: certifyChainBody,
      response: chainCertifiedSchema,
      command: certifyChain,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
  ]
}

function readingRoutes(deps: ExhibitsDeps): Route[] {
  const file = readFile(deps)
  const original = readOriginal(deps)
  return [
    rawRoute({
      method: 'GET',
      url: '/exhibits/:id/photos/:fileId',
      summary: 'A photograph; each opening is recorded',
      permission: file.permission,
      params: byFile,
      handle: async (_request, reply, { caller, params, purpose }) => {
        const answer = await deps.kernel.ask(file, caller, { ...byFile.parse(params), as: 'photo' }, purpose)
        return send(reply, answer, 'inline')
      },
    }),
    rawRoute({
      method: 'GET',
      url: '/exhibits/:id/files/:fileId/content',
      summary: 'A working copy; each opening is recorded',
      permission: file.permission,
      params: byFile,
      handle: async (_request, reply, { caller, params, purpose }) => {
        const answer = await deps.kernel.ask(file, caller, { ...byFile.parse(params), as: 'copy' }, purpose)
        return send(reply, answer, 'attachment')
      },
    }),
    rawRoute({
      method: 'GET',
      url: '/exhibits/:id/files/:fileId/original',
      summary: 'An original itself, for a stated reason; each opening is recorded with it',
      permission: original.permission,
      params: byFile,
      query: originalQuery,
      handle: async (_request, reply, { caller, params, query, purpose }) => {
        const input = { ...byFile.parse(params), ...originalQuery.parse(query) }
        return send(reply, await deps.kernel.ask(original, caller, input, purpose), 'attachment')
      },
    }),
  ]
}

function send(
  reply: FastifyReply,
  { info, content }: { readonly info: FileInfo; readonly content: AsyncGenerator<Buffer> },
  disposition: 'inline' | 'attachment',
) {
  return reply
    .type(info.mediaType)
    .header('content-length', info.size)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(info.name)}`)
    .send(Readable.from(content))
}
