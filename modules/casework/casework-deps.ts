import type { EventTable } from '#platform/commands/types.ts'
import type { CaseworkLaw } from './domain/resolve-offences.ts'
import type { Labels } from './event-sentence.ts'

export interface CaseworkDeps {
  readonly law: CaseworkLaw
  /** Events of every module, for the history of a case; asked for late, since all modules must be there first. */
  readonly events: () => EventTable
  /** Words for the codes in those events, by the place they fill. */
  readonly labels: Labels
}
