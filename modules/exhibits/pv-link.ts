import { type PvRef, findPvRef } from '#modules/documents/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { exhibitsErrors } from './exhibits-errors.ts'

/** A PV of that case that was not given up. Throws EXHIBIT_PV_UNSUITABLE. */
export async function requirePv(tx: Tx, caseId: string, pvId: string): Promise<PvRef> {
  const pv = await findPvRef(tx, pvId)
  if (pv?.caseId !== caseId || pv.state === 'abandoned') throw exhibitsErrors.fail('EXHIBIT_PV_UNSUITABLE')
  return pv
}
