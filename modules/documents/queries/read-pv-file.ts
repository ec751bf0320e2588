import { z } from 'zod'
import { pvFileQuery } from '#contracts/documents/pv.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import type { DocumentsTables } from '../documents-tables.ts'
import { getPv, pvEvent } from '../pv-store.ts'

export const pvFiles = ['pdf', 'scan', 'copy'] as const

/** A file of a PV piece by piece: the print (sealed once it is), the scan, a copy. Each opening is recorded, with what it is for. */
export const readPvFile = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv.read-file',
    permission: 'pv.read',
    input: z.strictObject({ id: z.uuid(), file: z.enum(pvFiles), copyId: z.uuid().optional(), ...pvFileQuery.shape }),
    recorded: true,
    execute: async (tx, { id, file, copyId, as }) => {
      const row = await getPv(tx, id)
      const copy = copyId
        ? await tx
            .tables<DocumentsTables>()
            .selectFrom('documents.pv_copy')
            .select(['file_id', 'number'])
            .where('id', '=', copyId)
            .where('pv_id', '=', id)
            .executeTakeFirst()
        : undefined
      const fileId = { pdf: row.sealed_file_id ?? row.paper_file_id, scan: row.scan_file_id, copy: copy?.file_id }[file]
      if (!fileId) throw platformErrors.fail('NOT_FOUND')
      return {
        result: await deps.files.read(tx, fileId),
        access: {
          type: 'pv.file-read',
          ...pvEvent(row),
          codes: { reference: row.reference, file, as, ...(copy ? { number: copy.number } : {}) },
        },
      }
    },
  })
