import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { type LawSets, findLawData } from '../law-sets.ts'
import { organisationErrors } from '../organisation-errors.ts'

const input = z.strictObject({ name: z.string().min(1).max(80) })

/** A list of law data in the version in use, to propose a change from. */
export function createShowLawSet(
  sets: LawSets,
): ReturnType<typeof defineQuery<typeof input, { name: string; version: number; data: unknown }>> {
  return defineQuery({
    type: 'law.show',
    permission: 'law.approve',
    input,
    recorded: false,
    execute: async (tx, { name }) => {
      const found = Object.hasOwn(sets, name) ? await findLawData(tx, name) : undefined
      if (!found) throw organisationErrors.fail('LAW_SET_UNKNOWN')
      return { result: { name, version: found.version, data: found.data } }
    },
  })
}
