import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitEvent, getExhibit } from '../exhibit-store.ts'
import { findPlace } from '../place-store.ts'

/** The label of an exhibit, to be printed as a code. */
export const readExhibitLabel = defineQuery({
  type: 'exhibit.read-label',
  permission: 'exhibit.read',
  input: z.strictObject({ id: z.uuid() }),
  recorded: true,
  execute: async (tx, { id }) => {
    const row = await getExhibit(tx, id)
    return {
      result: { label: row.label },
      access: { type: 'exhibit.read', ...exhibitEvent(row), codes: { reference: row.reference } },
    }
  },
})

/** The label of a place. */
export const readPlaceLabel = defineQuery({
  type: 'exhibit-place.read-label',
  permission: 'exhibit.read',
  input: z.strictObject({ id: z.uuid() }),
  recorded: false,
  execute: async (tx, { id }) => {
    const row = await findPlace(tx, id)
    if (!row) throw platformErrors.fail('NOT_FOUND')
    return { result: { label: row.label } }
  },
})
