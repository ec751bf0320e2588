import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getOfficer } from '../officer-store.ts'
import { findQualityAt } from '../quality-store.ts'

/** The judicial-police qualities of an officer at an instant, with articles, reason and remarks. */
export const showQuality = defineQuery({
  type: 'quality.show',
  permission: 'officer.read',
  input: z.strictObject({ officerId: z.uuid(), at: z.iso.datetime({ offset: true }).optional() }),
  recorded: false,
  execute: async (tx, { officerId, at }) => {
    const officer = await getOfficer(tx, officerId)
    if (!tx.reach.covers(officer.unit_id)) throw platformErrors.fail('NOT_FOUND')
    const { full, ...snapshot } = await findQualityAt(tx, officerId, at ? new Date(at) : tx.now)
    return {
      result: { ...snapshot, instant: full.instant, held: full.held, reason: full.reason, remarks: full.remarks },
    }
  },
})
