import type { z } from 'zod'
import type { changeUnitBody, unitDetailAnswer } from '#contracts/organisation/units.ts'

export type UnitFile = z.output<typeof unitDetailAnswer>
export type UnitChange = z.input<typeof changeUnitBody>['change']

/** What happens to a unit, in the order of its buttons. */
export const unitOperations = ['found', 'upgraded', 'renamed', 'moved', 'switched_on', 'closed'] as const
export type UnitOperation = (typeof unitOperations)[number]

/** What is asked for again when the tree has changed. */
export const unitRefresh = (id: string): readonly (readonly unknown[])[] => [['/units'], [`/units/${id}`]]
