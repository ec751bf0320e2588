import { sql } from 'kysely'
import { listDeparturesQuery } from '#contracts/exhibits/place.ts'
import { loadRefs, requireUnit } from '#modules/casework/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { loadPlaces } from '../place-store.ts'

interface Departure {
  readonly movement_id: string
  readonly reference: string
  readonly from_place_id: string
  readonly to_unit_id: string
  readonly received_by: string | null
  readonly occurred_at: Date
}

/** What went from the stores of a unit to another one: the store still knows it after the case has gone too. */
export const listDepartures = defineQuery({
  type: 'exhibit.list-departures',
  permission: 'exhibit.read',
  input: listDeparturesQuery,
  recorded: false,
  execute: async (tx, { unit }) => {
    if (unit !== undefined && !tx.reach.covers(unit)) throw platformErrors.fail('NOT_PERMITTED')
    const { rows } = await sql<Departure>`select * from exhibits.list_departures(${unit ?? tx.actor.unitId})`.execute(
      tx.tables<ExhibitsTables>(),
    )
    const refs = await loadRefs(
      tx,
      rows.map((row) => row.to_unit_id),
      rows.map((row) => row.received_by),
    )
    const places = await loadPlaces(
      tx,
      rows.map((row) => row.from_place_id),
    )
    return {
      result: {
        items: rows.flatMap((row) => {
          const from = places.get(row.from_place_id)
          if (!from) return []
          return {
            id: row.movement_id,
            reference: row.reference,
            from,
            toUnit: requireUnit(refs, row.to_unit_id),
            receivedBy: refs.officer(row.received_by),
            occurredAt: row.occurred_at.toISOString(),
          }
        }),
      },
    }
  },
})
