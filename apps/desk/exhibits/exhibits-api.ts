import {
  type ExhibitSummary,
  exhibitListSchema,
  exhibitSchema,
  exhibitsOfCaseSchema,
  scannedSchema,
} from '#contracts/exhibits/exhibit.ts'
import { type Place, departureListSchema, placeListSchema } from '#contracts/exhibits/place.ts'
import { stocktakingListSchema, stocktakingSchema } from '#contracts/exhibits/stocktaking.ts'
import { callFor } from '../api/http.ts'
import { readPages } from '../api/pages.ts'
import { read } from '../api/queries.ts'
import { preferences } from '../preferences.ts'

export const exhibitViews = ['all', 'marked', 'overdue'] as const
export type ExhibitView = (typeof exhibitViews)[number]

export const exhibitQuery = (id: string) => read(`/exhibits/${id}`, exhibitSchema)

export const caseExhibitsQuery = (caseId: string) =>
  read(`/cases/${caseId}/exhibits`, exhibitsOfCaseSchema, { purpose: `case:${caseId}` })

export function exhibitsQuery(view: ExhibitView, text: string, place: string | undefined) {
  const query = {
    q: text.trim() || undefined,
    place,
    marked: view === 'marked' || undefined,
    overdue: view === 'overdue' || undefined,
  }
  return readPages('/exhibits', exhibitListSchema, { query, cursor: 'cursor' })
}

export const placesQuery = read('/exhibit-places', placeListSchema)
export const departuresQuery = read('/exhibit-departures', departureListSchema)

export const stocktakingQuery = (id: string) => read(`/exhibit-stocktakings/${id}`, stocktakingSchema)
export const stocktakingsQuery = read('/exhibit-stocktakings', stocktakingListSchema)

/** What a scanned or typed label belongs to. */
export const findLabel = (text: string) =>
  callFor({ method: 'GET', path: `/exhibit-labels/${encodeURIComponent(text.trim())}` }, scannedSchema)

/** What is read again once something happened to an exhibit. */
export const exhibitRefresh = ({ id, caseId }: Pick<ExhibitSummary, 'id' | 'caseId'>) =>
  [[`/exhibits/${id}`], ['/exhibits'], [`/cases/${caseId}/exhibits`], ['/exhibit-places']] as const

/** The sheet of labels in the reader's language, for a new window. */
export function labelSheetAddress(what: {
  readonly exhibits?: readonly string[]
  readonly places?: readonly string[]
}) {
  const query = new URLSearchParams({ lang: preferences.get().locale })
  for (const [name, ids] of Object.entries(what)) if (ids.length > 0) query.set(name, ids.join(','))
  return `/api/exhibit-labels.pdf?${query.toString()}`
}

/** Each store with how deep it stands; those that stand in nothing that is listed come as roots. */
export function placeTree(places: readonly Place[]): readonly { place: Place; depth: number }[] {
  const known = new Set(places.map(({ id }) => id))
  const within = (parentId: string | null, depth: number): { place: Place; depth: number }[] =>
    places
      .filter((place) => (place.parentId !== null && known.has(place.parentId) ? place.parentId : null) === parentId)
      .flatMap((place) => [{ place, depth }, ...within(place.id, depth + 1)])
  return within(null, 0)
}
