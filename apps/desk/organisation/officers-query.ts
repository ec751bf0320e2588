import { officersAnswer } from '#contracts/organisation/officers.ts'
import { read } from '../api/queries.ts'

/** The officers of a unit. */
export function officersQuery(unitId: string) {
  return read('/officers', officersAnswer, { query: { unitId } })
}
