import { z } from 'zod'

/** A calendar day as `YYYY-MM-DD`; anything that no calendar holds (2023-02-30) is refused. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((day) => {
    const time = Date.parse(`${day}T00:00:00Z`)
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
  }, 'not a day of the calendar; write it as YYYY-MM-DD')
  .meta({ format: 'date' })

const knownDateSchema = z
  .strictObject({ value: z.string(), precision: z.enum(['year', 'month', 'day']) })
  .refine(({ value, precision }) => {
    if (precision === 'day') return daySchema.safeParse(value).success
    return (precision === 'month' ? /^\d{4}-(0[1-9]|1[0-2])$/ : /^\d{4}$/).test(value)
  }, 'the value must be as long as its precision: 2024, 2024-05 or 2024-05-16')

const unknownDateSchema = z.strictObject({
  unknown: z.literal(true),
  notBefore: daySchema.optional(),
  /** The earliest day by which a source shows the fact as done. */
  notLaterThan: daySchema,
})

/**
 * When something happened, as precisely as a source says and no more: a year, a month, a day,
 * or unknown between two bounds. No bound is ever turned into a date.
 */
export const factDateSchema = z.union([knownDateSchema, unknownDateSchema])
export type FactDate = z.infer<typeof factDateSchema>

export const isKnown = (date: FactDate): date is z.infer<typeof knownDateSchema> => !('unknown' in date)

/** The first day on which the fact can have been true, where any bound is known. */
export function firstPossibleDay(date: FactDate): string | undefined {
  if (!isKnown(date)) return date.notBefore
  if (date.precision === 'day') return date.value
  return date.precision === 'month' ? `${date.value}-01` : `${date.value}-01-01`
}

/**
 * The first day on which the fact is certainly true: the day itself, the last day of the month or
 * year a source names, or the day by which a source shows it as done.
 */
export function firstCertainDay(date: FactDate): string {
  if (!isKnown(date)) return date.notLaterThan
  if (date.precision === 'day') return date.value
  if (date.precision === 'year') return `${date.value}-12-31`
  const [year, month] = date.value.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10)
}
