import { z } from 'zod'
import { custodySchema, custodySummarySchema } from '#contracts/custody/custody.ts'
import type { Book } from '#contracts/custody/measure.ts'
import { boardSchema, dayListSchema, placeSchema, registerSchema } from '#contracts/custody/place.ts'
import { read } from '../api/queries.ts'

export const custodyListSchema = z.object({ items: z.array(custodySummarySchema) })
export const custodyViews = ['open', 'ended'] as const
export type CustodyView = (typeof custodyViews)[number]

const purposeOf = (custodyId: string): string => `custody:${custodyId}`

export function custodyQuery(custodyId: string) {
  return read(`/custodies/${custodyId}`, custodySchema, { purpose: purposeOf(custodyId) })
}

// A single letter is no name to look for.
export function custodiesQuery(state: CustodyView, text: string) {
  return read('/custodies', custodyListSchema, { query: { state, text: text.length > 1 ? text : undefined } })
}

export function caseCustodiesQuery(caseId: string) {
  return read(`/cases/${caseId}/custodies`, custodyListSchema, { purpose: `case:${caseId}` })
}

export const placesQuery = {
  ...read('/custody-places', z.object({ items: z.array(placeSchema) })),
  staleTime: 60_000,
}

/** The cells as they stand, or as they stood at `at`. */
export function boardQuery(placeId: string, at?: string) {
  return read(`/custody-places/${placeId}/board`, boardSchema, { query: { at } })
}

export function registerQuery(placeId: string, book: Book, month: string) {
  return read(`/custody-places/${placeId}/register`, registerSchema, { query: { book, month } })
}

export function dayListQuery(placeId: string, day: string) {
  return read(`/custody-places/${placeId}/day-list`, dayListSchema, { query: { day } })
}

/** What is read again after something was taken down of a person held. */
export function custodyRefresh(custodyId: string): readonly (readonly unknown[])[] {
  return [[`/custodies/${custodyId}`], ['/custodies'], ['/custody-alarms']]
}

/** What the server gives for entries taken down. */
export const recordedEntriesSchema = z.object({ ids: z.array(z.uuid()) })

const alarmSchema = z.object({
  id: z.uuid(),
  custodyId: z.uuid(),
  reference: z.string(),
  place: z.object({ ar: z.string(), fr: z.string() }),
  cell: z.string().nullable(),
  ...custodySummarySchema.shape.alarms.element.pick({ what: true, hoursBefore: true, dueAt: true }).shape,
})
/** Alarms that were raised and wait for the reader's name. */
export const alarmsQuery = read('/custody-alarms', z.object({ items: z.array(alarmSchema) }), { query: { open: true } })
