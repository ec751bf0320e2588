import { z } from 'zod'
import { addFileBody } from '#contracts/exhibits/record.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { exhibitEvent, getExhibitToMove, unitToAct } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import { storeFile } from '../stored-files.ts'

/** Adds a digital file: it is hashed on arrival, and sealed from then on. Work is done on copies. */
export const addFile = (deps: ExhibitsDeps) =>
  defineCommand({
    type: 'exhibit.add-file',
    permission: 'exhibit.record',
    input: addFileBody.extend({ id: z.uuid() }),
    execute: async (tx, { id, uploadId, statedSha256, note }) => {
      const row = await getExhibitToMove(tx, id)
      const info = await deps.files.promote(tx, uploadId, {
        owner: { type: 'exhibit', id },
        ...unitToAct(tx, row),
      })
      if (statedSha256 && statedSha256 !== info.sha256) throw exhibitsErrors.fail('EXHIBIT_HASH_DIFFERS')
      const fileId = await storeFile(tx, row, info, { role: 'original', detail: { note: note ?? null } })
      return {
        result: { id: fileId, sha256: info.sha256, size: info.size },
        event: {
          type: 'exhibit.file-added',
          ...exhibitEvent(row),
          codes: { reference: row.reference, sha256: info.sha256, size: info.size },
          detail: { name: info.name },
        },
      }
    },
  })
