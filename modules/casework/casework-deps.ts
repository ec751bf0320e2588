import type { BaseMap } from '#contracts/casework/map.ts'
import type { EventTable } from '#platform/commands/types.ts'
import type { CaseworkLaw } from './domain/resolve-offences.ts'
import type { Labels } from './event-sentence.ts'
import type { TaskKindTable } from './task-titles.ts'

export interface CaseworkDeps {
  readonly law: CaseworkLaw
  /** What points are put on; where there is none, its route answers as for something absent. */
  readonly baseMap: BaseMap | undefined
  /** Events of every module, for the history of a case; asked for late, since all modules must be there first. */
  readonly events: () => EventTable
  /** Words for the codes in those events, by the place they fill. */
  readonly labels: Labels
  /** What tasks say that other modules make. */
  readonly taskKinds: TaskKindTable
}
