import { z } from 'zod'
import { workingCopyBody } from '#contracts/exhibits/record.ts'
import { getCaseToChange } from '#modules/casework/index.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitEvent, getExhibit, unitToAct } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { getStoredFile, storeFile } from '../stored-files.ts'

/** Makes a copy of a digital original to work on; its digest is compared with the original's while it is written. */
export const makeWorkingCopy = (deps: ExhibitsDeps) =>
  defineCommand({
    type: 'exhibit.make-working-copy',
    permission: 'exhibit.copy',
    input: workingCopyBody.extend({ id: z.uuid(), fileId: z.uuid() }),
    execute: async (tx, { id, fileId, purpose }) => {
      const row = await getExhibit(tx, id)
      await getCaseToChange(tx, row.case_id, { evenClosed: true })
      const original = await getStoredFile(tx, id, fileId)
      if (original.role !== 'original') throw platformErrors.fail('NOT_FOUND')
      const info = await deps.files.copy(tx, original.file_id, {
        owner: { type: 'exhibit', id },
        ...unitToAct(tx, row),
      })
      const copyId = await storeFile(tx, row, info, {
        role: 'working-copy',
        copyOf: original.id,
        detail: { purpose },
      })
      return {
        result: { id: copyId, sha256: info.sha256, size: info.size },
        event: {
          type: 'exhibit.copied',
          ...exhibitEvent(row),
          codes: { reference: row.reference, sha256: info.sha256, original: original.id },
          detail: { purpose },
        },
      }
    },
  })
