import type { Pv } from '#contracts/documents/pv.ts'

/** What is asked for again when a PV has changed. */
export function pvRefresh(pv: Pv): readonly (readonly unknown[])[] {
  return [[`/pvs/${pv.id}`], [`/cases/${pv.caseId}/pvs`], ['/pvs/to-sign']]
}
