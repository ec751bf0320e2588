import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'

const code = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/)

/** How long records of a kind are kept: a row of a country's data. */
export const retentionRuleSchema = z.strictObject({
  code,
  /** Kind of record, as modules name it in events: `case`, `register-entry`. */
  recordType: code,
  /** From which event of the record the time runs, as its module offers it: `case.closed`. */
  from: code,
  /** ISO 8601 duration: P10Y, P18M, P90D, PT48H. */
  keep: z.string().regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/),
  article: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
  text: textSchema,
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})
export type RetentionRule = Readonly<z.infer<typeof retentionRuleSchema>>

/** What a country says of retention. Codes are unique. */
export const retentionDataSchema = z
  .strictObject({ version: z.string().min(1), rules: z.array(retentionRuleSchema) })
  .refine(({ rules }) => new Set(rules.map((rule) => rule.code)).size === rules.length, 'two rules have one code')
export type RetentionData = Readonly<z.infer<typeof retentionDataSchema>>
