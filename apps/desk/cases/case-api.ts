import { caseSchema } from '#contracts/casework/case.ts'
import { read } from '../api/queries.ts'

/** The file with everything its reader may see. */
export function caseQuery(caseId: string) {
  return read(`/cases/${caseId}`, caseSchema, { purpose: `case:${caseId}` })
}

/** What is read again after the file has changed. */
export function caseRefresh(caseId: string): readonly (readonly unknown[])[] {
  return [[`/cases/${caseId}`], [`/cases/${caseId}/history`], ['/cases'], ['/cases/queues']]
}
