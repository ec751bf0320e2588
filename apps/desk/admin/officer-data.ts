import type { z } from 'zod'
import type { officerAnswer } from '#contracts/organisation/officers.ts'

export type OfficerFile = z.output<typeof officerAnswer>

/** What is asked for again when an officer has changed. */
export function officerRefresh(id: string): readonly (readonly unknown[])[] {
  return [[`/officers/${id}`], ['/officers']]
}
