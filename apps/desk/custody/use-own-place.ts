import { useQuery } from '@tanstack/react-query'
import type { Place } from '#contracts/custody/place.ts'
import { useMe } from '../session/me.tsx'
import { placesQuery } from './custody-api.ts'

/** The place that the reader's unit runs or, for a prosecutor, visits; else the first there is. */
export function useOwnPlace(): Place | undefined {
  const { unit } = useMe()
  const places = useQuery(placesQuery).data?.items ?? []
  return (
    places.find(({ unitId }) => unitId === unit.id) ??
    places.find(({ prosecutorUnitId }) => prosecutorUnitId === unit.id) ??
    places[0]
  )
}
