import type { z } from 'zod'
import type { officerAnswer } from '#contracts/organisation/officers.ts'
import { referenceAnswer } from '#contracts/organisation/reference.ts'
import { read } from '../api/queries.ts'

export type OfficerFile = z.output<typeof officerAnswer>

/** Ranks, qualities and roles to choose from; they change rarely. */
export const referenceQuery = { ...read('/organisation/reference', referenceAnswer), staleTime: 600_000 }

/** What is asked for again when an officer has changed. */
export function officerRefresh(id: string): readonly (readonly unknown[])[] {
  return [[`/officers/${id}`], ['/officers']]
}
