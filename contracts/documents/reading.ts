import { z } from 'zod'
import { localeSchema } from '#platform/i18n/text.ts'

/** A piece of what is read, with its marks. */
export const readingRunSchema = z.object({
  text: z.string(),
  strong: z.boolean().optional(),
  emphasis: z.boolean().optional(),
  underline: z.boolean().optional(),
  struck: z.boolean().optional(),
  ltr: z.boolean().optional(),
})
const runs = z.array(readingRunSchema)
export type ReadingRun = z.output<typeof readingRunSchema>

/** The parts of a PV in the order in which they are printed, to be read aloud and by the person heard. */
export const readingPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: runs }),
  z.object({ kind: z.literal('exchange'), number: z.int(), question: runs, answer: runs }),
  z.object({
    kind: z.literal('fields'),
    title: z.string().nullable(),
    fields: z.array(z.object({ label: z.string(), value: runs })),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string().nullable(),
    columns: z.array(z.string()),
    rows: z.array(z.array(runs)),
  }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(runs) }),
])
export type ReadingPart = z.output<typeof readingPartSchema>

export const readingSchema = z.object({
  /** Of the print: the whole is read in it. */
  language: localeSchema,
  title: z.string(),
  /** What stands before the number of a question and of an answer. */
  question: z.string(),
  answer: z.string(),
  parts: z.array(readingPartSchema),
})
export type Reading = z.output<typeof readingSchema>
