import { z } from 'zod'
import { baseVersion } from './values.ts'

export const offenceClasses = ['crime', 'delit_correctionnel', 'delit_de_police', 'contravention'] as const

export const offenceChoiceSchema = z.strictObject({
  code: z.string().min(1).max(100),
  main: z.boolean().default(false),
})

export const changeOffencesBody = z.strictObject({ baseVersion, offences: z.array(offenceChoiceSchema).max(30) })
export const offenceRef = z.object({ code: z.string(), labelAr: z.string(), labelFr: z.string() })

export const caseOffenceSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  labelAr: z.string(),
  labelFr: z.string(),
  law: z.string(),
  article: z.string(),
  offenceClass: z.enum(offenceClasses),
  wordingFrom: z.iso.date(),
  inForce: z.boolean(),
  main: z.boolean(),
  flags: z.record(z.string(), z.boolean()),
})

export const offenceQuery = z.strictObject({
  q: z.string().max(100).default(''),
  /** Day of the facts; today where it is left out. */
  on: z.iso.date().optional(),
  category: z.string().max(40).optional(),
})

export const offenceListSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      labelAr: z.string(),
      labelFr: z.string(),
      law: z.string(),
      article: z.string(),
      offenceClass: z.enum(offenceClasses),
      category: z.string(),
      penalty: z.string(),
    }),
  ),
})
