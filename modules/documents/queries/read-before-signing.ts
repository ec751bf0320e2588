import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { readingOf } from '../domain/reading.ts'
import { getPv, openSource, pvEvent } from '../pv-store.ts'

/** The words of the print, for whoever is about to sign on the screen; recorded as that. */
export const readBeforeSigning = defineQuery({
  type: 'pv.read-before-signing',
  permission: 'pv.sign',
  input: z.strictObject({ id: z.uuid() }),
  recorded: true,
  execute: async (tx, { id }) => {
    const row = await getPv(tx, id)
    const source = await openSource(tx, row)
    return {
      result: readingOf(source.document, source.form.language),
      access: {
        type: 'pv.file-read',
        ...pvEvent(row),
        codes: { reference: row.reference, file: 'words', as: 'signing' },
      },
    }
  },
})
