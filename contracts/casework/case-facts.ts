import { z } from 'zod'
import { instant, baseVersion } from './values.ts'

export const inquiryFrames = ['flagrant', 'preliminary', 'rogatory'] as const
export const datePrecisions = ['minute', 'hour', 'day', 'month', 'year', 'unknown'] as const

/** How exactly a point is known: the spot itself, the street, the district, the town. */
export const pointPrecisions = ['spot', 'street', 'district', 'town'] as const
export type PointPrecision = (typeof pointPrecisions)[number]

/** A point on the map, and how exactly it is known. */
export const pointSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  precision: z.enum(pointPrecisions).default('street'),
})

/** When, where and how. What is left out stays as it is; null says that it is not known. */
export const caseFactsSchema = z.strictObject({
  happenedFrom: instant.nullish(),
  happenedTo: instant.nullish(),
  happenedPrecision: z.enum(datePrecisions).optional(),
  place: z.string().max(600).nullish(),
  point: pointSchema.nullish(),
  how: z.string().max(20_000).nullish(),
  inquiry: z.enum(inquiryFrames).nullish(),
})
export type CaseFactsInput = z.output<typeof caseFactsSchema>
export const changeFactsBody = z.strictObject({ baseVersion, facts: caseFactsSchema })
