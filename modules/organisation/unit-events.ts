import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { Labels, OrganisationEvent } from './domain/country-data.ts'
import { daySchema } from './domain/fact-date.ts'
import { OrganisationDataError } from './domain/unit-history.ts'
import type { TreeProblem } from './domain/unit-history.ts'
import { organisationErrors } from './organisation-errors.ts'
import type { OrganisationTables } from './organisation-tables.ts'
import { eventColumns, readHistory, replayInto } from './unit-store.ts'

/** Where the house itself is the source. */
export const ownSource = { source: 'deployment', confidence: 'HIGH' } as const

/** The day of an event that the house records itself. */
export const eventDaySchema = daySchema.refine((day) => day >= '1900-01-01')

/** The present day, UTC. */
export const dayOf = (tx: Tx): string => tx.now.toISOString().slice(0, 10)

/**
 * Adds an event of the house to the history and makes units and closure follow. Throws CLOCK_WRONG for a day to come,
 * and a UNIT_… error where the event cannot be.
 */
export async function recordUnitEvent(
  tx: Tx,
  unitId: string,
  event: OrganisationEvent,
  names?: Labels,
): Promise<string> {
  if (!('value' in event.on) || event.on.value > dayOf(tx)) {
    throw platformErrors.fail('CLOCK_WRONG', { time: 'value' in event.on ? event.on.value : '' })
  }
  const db = tx.tables<OrganisationTables>()
  const id = tx.ids.next()
  await db
    .insertInto('organisation.unit_event')
    .values({
      id,
      unit_id: unitId,
      ...eventColumns(event, names),
      recorded_at: tx.now,
      code: null,
      withdrawn_at: null,
    })
    .execute()
  const history = await readHistory(db)
  try {
    await replayInto(db, history, history.ids, dayOf(tx))
  } catch (error) {
    if (error instanceof OrganisationDataError && error.problems[0]) throw failureOf(error.problems[0])
    throw error
  }
  return id
}

function failureOf(problem: TreeProblem): Error {
  switch (problem.code) {
    case 'kind_not_allowed_here':
      return organisationErrors.fail('UNIT_NOT_ALLOWED_HERE')
    case 'under_itself':
      return organisationErrors.fail('UNIT_UNDER_ITSELF')
    case 'parent_closed':
      return organisationErrors.fail('UNIT_HAS_UNITS_BELOW')
    case 'already_closed':
      return organisationErrors.fail('UNIT_CLOSED', { date: problem.day ?? '' })
    case 'already_founded':
    case 'not_founded':
    case 'unit_without_name':
    case 'part_not_founded':
    case 'parent_not_founded':
      return organisationErrors.fail('UNIT_EVENT_IMPOSSIBLE', { reason: problem.code })
  }
}
