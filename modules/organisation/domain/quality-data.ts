import { z } from 'zod'
import { daySchema } from './fact-date.ts'

const code = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
const labels = z.strictObject({
  ar: z.string().regex(/\p{Script=Arabic}/u),
  fr: z.string().min(1),
  en: z.string().min(1),
})
const provenance = { source: code, confidence: z.enum(['HIGH', 'MED', 'LOW']), note: z.string().optional() }

export const rankSchema = z.strictObject({
  code,
  /** 1 is the highest; two corps share a step where the decree puts them on one line. */
  order: z.int().positive(),
  corps: z.enum(['civil', 'uniform']),
  labels,
  article: z.string().min(1),
  ...provenance,
})

const period = { validFrom: daySchema, /** Exclusive. */ validTo: daySchema.nullable() }

export const qualityRuleSchema = z.strictObject({
  code,
  quality: code,
  ranks: z.union([z.array(code).min(1), z.literal('any')]),
  /** How the quality comes: with the rank, by a dated decision, or for want of a better one. */
  how: z.enum(['by_rank', 'by_decision', 'by_default']),
  /** Qualities that must be held already at the same instant. */
  needs: z.array(code),
  /** Full years in one of `ranks` before the decision takes effect. */
  minYearsInRank: z.int().positive().nullable(),
  /** Who decides, together. */
  authorities: z.array(labels),
  /** False where no source settles whether the rule holds: off until the deployment says so. */
  settled: z.boolean(),
  articles: z.array(z.string().min(1)).min(1),
  ...period,
  ...provenance,
})

export const qualityMeasureSchema = z.strictObject({
  code,
  labels,
  effect: z.enum(['none', 'suspends', 'ends']),
  maxMonths: z.int().positive().nullable(),
  articles: z.array(z.string().min(1)).min(1),
  ...period,
  ...provenance,
})

export const qualityRulesSchema = z.strictObject({
  qualities: z
    .array(z.strictObject({ code, labels, abbreviation: z.string().min(1), articles: z.array(z.string()).min(1) }))
    .min(1),
  rules: z.array(qualityRuleSchema).min(1),
  measures: z.array(qualityMeasureSchema),
})

export type Rank = z.infer<typeof rankSchema>
export type QualityRule = z.infer<typeof qualityRuleSchema>
export type QualityMeasure = z.infer<typeof qualityMeasureSchema>
export type QualityRules = z.infer<typeof qualityRulesSchema>
