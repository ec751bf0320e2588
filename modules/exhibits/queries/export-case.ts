import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { caseBundleOf } from '../case-uco/case-bundle.ts'
import { caseInputOf } from '../case-uco/case-input.ts'
import { exhibitEvent, getExhibit } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { presentExhibit } from './read-exhibit.ts'

/** The chain of custody for other systems: what the exhibit's page says of it, in CASE and UCO. Each export is recorded. */
export const exportCase = (deps: ExhibitsDeps) =>
  defineQuery({
    type: 'exhibit.export-case',
    permission: 'exhibit.export',
    input: z.strictObject({ id: z.uuid() }),
    recorded: true,
    execute: async (tx, { id }) => {
      const row = await getExhibit(tx, id)
      const exhibit = await presentExhibit(deps.rules, tx, row)
      return {
        result: caseBundleOf(caseInputOf([exhibit], tx.now.toISOString())),
        access: {
          type: 'exhibit.exported',
          ...exhibitEvent(row),
          codes: { reference: row.reference, format: 'CASE/UCO' },
        },
      }
    },
  })
