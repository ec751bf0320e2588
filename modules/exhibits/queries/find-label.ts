import type { z } from 'zod'
import { labelParams, type scannedSchema } from '#contracts/exhibits/exhibit.ts'
import { type AuditEntry, type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { readLabel } from '../domain/label.ts'
import { type ExhibitRow, exhibitEvent } from '../exhibit-store.ts'
import { summariseExhibits } from '../exhibit-summaries.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { type PlaceRow, placeRef } from '../place-store.ts'

/** What a scanned label belongs to: an exhibit or a place. Of what may not be seen nothing is said. */
export const findLabel = defineQuery({
  type: 'exhibit.find-label',
  permission: 'exhibit.read',
  input: labelParams,
  recorded: true,
  execute: async (tx, { label: text }): Promise<{ result: z.output<typeof scannedSchema>; access: AuditEntry }> => {
    const label = readLabel(text)
    if (label === undefined) throw platformErrors.fail('NOT_FOUND')
    const exhibit = await findExhibitByLabel(tx, label)
    if (exhibit) {
      const [summary] = await summariseExhibits(tx, [exhibit])
      if (!summary) throw new Error(`exhibit ${exhibit.id} was not summarised`)
      return {
        result: { kind: 'exhibit', exhibit: summary },
        access: { type: 'exhibit.scanned', ...exhibitEvent(exhibit), codes: { reference: exhibit.reference } },
      }
    }
    const place = await findPlaceByLabel(tx, label)
    if (!place) throw platformErrors.fail('NOT_FOUND')
    return {
      result: { kind: 'place', place: placeRef(place) },
      access: {
        type: 'exhibit.scanned',
        subjects: [{ type: 'exhibit-place', id: place.id }],
        unitId: place.unit_id,
        area: place.area,
        codes: { reference: place.code },
      },
    }
  },
})

export async function findExhibitByLabel(tx: Tx, label: string): Promise<ExhibitRow | undefined> {
  return tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.exhibit')
    .selectAll()
    .where('label', '=', label)
    .executeTakeFirst()
}

async function findPlaceByLabel(tx: Tx, label: string): Promise<PlaceRow | undefined> {
  return tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.place')
    .selectAll()
    .where('label', '=', label)
    .executeTakeFirst()
}
