import { z } from 'zod'
import { type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitEvent, getExhibit } from '../exhibit-store.ts'
import { summariseExhibits } from '../exhibit-summaries.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
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

/** What stands on labels: of a place its code and name, of an exhibit its number, seal and case. Nothing personal. */
export const readLabelSheet = defineQuery({
  type: 'exhibit.read-label-sheet',
  permission: 'exhibit.read',
  input: z.strictObject({ exhibits: z.array(z.uuid()).max(60), places: z.array(z.uuid()).max(60) }),
  recorded: true,
  execute: async (tx, input) => {
    const exhibits = []
    for (const id of input.exhibits) exhibits.push(await getExhibit(tx, id))
    const summaries = await summariseExhibits(tx, exhibits)
    const places = []
    for (const id of input.places) {
      const place = await findPlace(tx, id)
      if (!place) throw platformErrors.fail('NOT_FOUND')
      places.push(place)
    }
    return {
      result: {
        training: await isTraining(tx),
        printedAt: tx.now,
        exhibits: exhibits.map((row, at) => ({
          label: row.label,
          reference: row.reference,
          sealNumber: row.seal_state === 'sealed' ? row.seal_number : null,
          caseReference: summaries[at]?.caseReference ?? '',
          unit: summaries[at]?.unit,
        })),
        places: places.map((row) => ({ label: row.label, code: row.code, ar: row.label_ar, fr: row.label_fr })),
      },
      access: {
        type: 'exhibit.labels-printed',
        subjects: exhibits.map(({ id }) => ({ type: 'exhibit', id })),
        codes: { count: exhibits.length + places.length },
      },
    }
  },
})
export type LabelSheet = Awaited<ReturnType<typeof readLabelSheet.execute>>['result']

/** A sheet that cannot say what it is must not pass for a real one. */
async function isTraining(tx: Tx): Promise<boolean> {
  const row = await tx.tables<ExhibitsTables>().selectFrom('platform.installation').select('mode').executeTakeFirst()
  return row?.mode !== 'real'
}
