import { z } from 'zod'
import { addPhotoBody } from '#contracts/exhibits/record.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { exhibitEvent, getExhibitToMove, unitToAct } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import { statedHour } from '../movement-store.ts'
import { storeFile } from '../stored-files.ts'

/** Adds a photograph, hashed on arrival. Also after the end: what was photographed then is known later. */
export const addPhoto = (deps: ExhibitsDeps) =>
  defineCommand({
    type: 'exhibit.add-photo',
    permission: 'exhibit.record',
    fromAfar: true,
    input: addPhotoBody.extend({ id: z.uuid() }),
    execute: async (tx, { id, uploadId, takenAt, caption }) => {
      const row = await getExhibitToMove(tx, id)
      const info = await deps.files.promote(tx, uploadId, {
        owner: { type: 'exhibit', id },
        ...unitToAct(tx, row),
      })
      if (!info.mediaType.startsWith('image/')) throw exhibitsErrors.fail('EXHIBIT_PICTURE_NEEDED')
      const photoId = await storeFile(tx, row, info, {
        role: 'photo',
        takenAt: statedHour(tx, takenAt),
        detail: { caption: caption ?? null },
      })
      return {
        result: { id: photoId, sha256: info.sha256 },
        event: {
          type: 'exhibit.photo-added',
          ...exhibitEvent(row),
          codes: { reference: row.reference, sha256: info.sha256 },
        },
      }
    },
  })
