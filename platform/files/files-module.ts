import { z } from 'zod'
import { inputError } from '#platform/commands/input-error.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import { defineCommand, defineQuery } from '#platform/commands/types.ts'
import type { Text } from '#platform/i18n/text.ts'
import type { Ids } from '#platform/ids.ts'
import type { Module } from '#platform/http/module.ts'
import { queryRoute, rawRoute } from '#platform/http/route.ts'
import type { FileStore } from './file-store.ts'
import { filesErrors } from './files-errors.ts'
import { acceptedMediaTypes } from './media-types.ts'

const uploadState = z.object({
  id: z.uuid(),
  received: z.int().nonnegative(),
  size: z.int().nonnegative(),
  sha256: z.string().nullable(),
})
const newUpload = z.strictObject({
  name: z.string().min(1).max(255),
  mediaType: z.string().max(100),
  size: z
    .int()
    .positive()
    .max(2 ** 40),
})
const uploadId = z.strictObject({ id: z.uuid() })
const pieceQuery = z.strictObject({ offset: z.coerce.number().int().nonnegative() })

/** What was never made part of a record is kept for two days. */
const keptHours = 48
const swept: Text = {
  ar: 'حُذفت ملفات مرفوعة لم تُستعمل: {count}.',
  fr: 'Fichiers déposés et jamais utilisés, supprimés : {count}.',
  en: 'Uploaded files that were never used were removed: {count}.',
}

/**
 * Uploads that survive a bad line: announce, send pieces, ask where to go on. A finished upload is named in the command
 * that makes it part of a record. Working on a draft is no act, so that none of this leaves an event.
 */
export function createFilesModule(store: FileStore, kernel: Kernel, ids: Ids): Module {
  const begin = defineQuery({
    type: 'upload.begin',
    permission: 'self.upload',
    input: newUpload,
    recorded: false,
    execute: async (tx, file) => {
      if (!acceptedMediaTypes.includes(file.mediaType)) throw filesErrors.fail('FILE_TYPE_NOT_ACCEPTED')
      return { result: await store.begin(tx, file) }
    },
  })
  const state = defineQuery({
    type: 'upload.state',
    permission: 'self.upload',
    input: uploadId,
    recorded: false,
    execute: async (tx, { id }) => ({ result: await store.state(tx, id) }),
  })
  const append = defineQuery({
    type: 'upload.append',
    permission: 'self.upload',
    input: z.strictObject({ id: z.uuid(), offset: z.int().nonnegative(), piece: z.instanceof(Uint8Array) }),
    recorded: false,
    execute: async (tx, { id, offset, piece }) => ({ result: await store.append(tx, id, offset, piece) }),
  })
  const sweep = defineCommand({
    type: 'uploads.sweep',
    permission: 'job.files.sweep-uploads',
    input: z.strictObject({}),
    execute: async (tx) => {
      const count = await store.sweep(tx, new Date(tx.now.getTime() - keptHours * 3_600_000))
      return { result: { count }, event: { type: 'uploads.swept', subjects: [], codes: { count } } }
    },
  })
  return {
    name: 'files',
    permissions: {},
    errors: filesErrors.table,
    events: { 'uploads.swept': { sentence: swept } },
    schedule: { 'files.sweep-uploads': '47 2 * * *' },
    jobs: {
      'files.sweep-uploads': async () => {
        await kernel.run(sweep, { kind: 'job', job: 'files.sweep-uploads' }, ids.next(), {})
      },
    },
    routes: [
      queryRoute({
        method: 'POST',
        url: '/uploads',
        summary: 'Announce a file to upload',
        body: newUpload,
        response: uploadState,
        status: 201,
        ask: begin,
        input: ({ body }) => body,
      }),
      queryRoute({
        method: 'GET',
        url: '/uploads/:id',
        summary: 'Where an interrupted upload goes on',
        params: uploadId,
        response: uploadState,
        ask: state,
        input: ({ params }) => params,
      }),
      rawRoute({
        method: 'PUT',
        url: '/uploads/:id',
        summary: 'Send a piece (application/octet-stream) that begins at the given offset',
        permission: 'self.upload',
        params: uploadId,
        query: pieceQuery,
        response: uploadState,
        handle: async (_request, reply, { params, query, body, caller }) => {
          if (!Buffer.isBuffer(body)) throw inputError(['body'])
          const { id } = uploadId.parse(params)
          const { offset } = pieceQuery.parse(query)
          return reply.send(await kernel.ask(append, caller, { id, offset, piece: body }))
        },
      }),
    ],
  }
}
