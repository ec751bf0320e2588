import { z } from 'zod'
import { originalQuery } from '#contracts/exhibits/record.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitEvent, getExhibit } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import { getStoredFile } from '../stored-files.ts'

const ids = { id: z.uuid(), fileId: z.uuid() }

/** A photograph or a working copy, piece by piece; each opening is recorded. An original is not opened by this way. */
export const readFile = (deps: ExhibitsDeps) =>
  defineQuery({
    type: 'exhibit.read-file',
    permission: 'exhibit.read',
    input: z.strictObject({ ...ids, as: z.enum(['photo', 'copy']) }),
    recorded: true,
    execute: async (tx, { id, fileId, as }) => {
      const row = await getExhibit(tx, id)
      const file = await getStoredFile(tx, id, fileId)
      if ((file.role === 'photo') !== (as === 'photo')) throw platformErrors.fail('NOT_FOUND')
      if (file.role === 'original') throw exhibitsErrors.fail('EXHIBIT_ORIGINAL_SEALED')
      return {
        result: await deps.files.read(tx, file.file_id),
        access: {
          type: 'exhibit.file-read',
          ...exhibitEvent(row),
          codes: { reference: row.reference, file: file.id, role: file.role },
        },
      }
    },
  })

/** An original itself, for a reason that is recorded with the look. */
export const readOriginal = (deps: ExhibitsDeps) =>
  defineQuery({
    type: 'exhibit.read-original',
    permission: 'exhibit.read-original',
    input: originalQuery.extend(ids),
    recorded: true,
    execute: async (tx, { id, fileId, reason }) => {
      const row = await getExhibit(tx, id)
      const file = await getStoredFile(tx, id, fileId)
      if (file.role !== 'original') throw platformErrors.fail('NOT_FOUND')
      return {
        result: await deps.files.read(tx, file.file_id),
        access: {
          type: 'exhibit.original-read',
          ...exhibitEvent(row),
          codes: { reference: row.reference, file: file.id },
          detail: { why: reason },
        },
      }
    },
  })
