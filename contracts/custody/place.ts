import { z } from 'zod'
import { instant } from '../intake/time.ts'
import { custodySummarySchema } from './custody.ts'
import { bookSchema } from './measure.ts'

const label = z.string().trim().min(1).max(120)

/** For whom a cell is. */
export const cellUses = ['men', 'women', 'boys', 'girls', 'anyone'] as const
export type CellUse = (typeof cellUses)[number]

/** A place where people are held; not always the unit that holds them. */
export const foundPlaceBody = z.strictObject({
  unitId: z.uuid(),
  code: z.string().regex(/^[a-z0-9-]{1,30}$/),
  nameAr: label,
  nameFr: label,
  /** The prosecutor's office that signs and visits its books. */
  prosecutorUnitId: z.uuid(),
})
export const addCellBody = z.strictObject({
  code: z.string().trim().min(1).max(20),
  use: z.enum(cellUses),
  capacity: z.int().min(1).max(50),
})
/** Out of use with a reason, or in use again. Who is in it stays where he is. */
export const changeCellBody = z.strictObject({
  closed: z.boolean(),
  reason: label.nullish(),
  capacity: z.int().min(1).max(50).optional(),
  baseVersion: z.int().positive(),
})

export const cellSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  use: z.enum(cellUses),
  capacity: z.int(),
  closed: z.boolean(),
  closedReason: z.string().nullable(),
  version: z.int(),
})
export type Cell = z.output<typeof cellSchema>

export const placeSchema = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  code: z.string(),
  nameAr: z.string(),
  nameFr: z.string(),
  prosecutorUnitId: z.uuid(),
  cells: z.array(cellSchema),
  held: z.int(),
})
export type Place = z.output<typeof placeSchema>

/** The cells as they stood at a minute, past or present. */
export const boardSchema = z.object({
  place: placeSchema,
  at: instant,
  now: instant,
  people: z.array(custodySummarySchema),
})
export type Board = z.output<typeof boardSchema>

/** YYYY-MM in legal time. */
export const monthSchema = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)

/** A month of one book, as it is printed and shown to the prosecutor. */
export const visaBody = z.strictObject({
  book: bookSchema,
  month: monthSchema,
  remark: z.string().trim().min(1).max(2000).nullish(),
})
export const visaSchema = z.object({
  id: z.uuid(),
  book: bookSchema,
  month: z.string(),
  by: z.object({ nameAr: z.string(), nameLatin: z.string() }),
  at: instant,
  lines: z.int(),
  remark: z.string().nullable(),
  /** False where a line of that month was added or changed after the visa; one that retention emptied changes nothing. */
  current: z.boolean(),
  /** Lines of the month that retention emptied after the visa, with the certificate of it. */
  endedSince: z.array(z.object({ number: z.int(), at: instant, certificate: z.uuid().nullable() })),
})
export const registerSchema = z.object({
  place: placeSchema,
  book: bookSchema,
  month: z.string(),
  lines: z.array(custodySummarySchema),
  /** SHA-256 over the lines of the month and their entries as they are stored, hexadecimal. */
  digest: z.string(),
  visas: z.array(visaSchema),
})
export type Register = z.output<typeof registerSchema>

/** Everyone placed within the twenty-four hours before an instant: what goes to the prosecutor each day. */
export const dayListSchema = z.object({
  place: placeSchema,
  from: instant,
  to: instant,
  lines: z.array(custodySummarySchema),
  /** `by` is null where the system sent it at the hour of the country. */
  sent: z
    .object({ id: z.uuid(), at: instant, acknowledgedAt: instant.nullable(), by: z.string().nullable() })
    .nullable(),
})
export type DayList = z.output<typeof dayListSchema>
