import { z } from 'zod'
import { limitationRulesSchema, offenceClassRulesSchema } from '#modules/casework/domain/offence.ts'
import limitation from './limitation.json' with { type: 'json' }
import offenceClasses from './offence-classes.json' with { type: 'json' }
import specialRegimeList from './special-regime.json' with { type: 'json' }
import texts from './texts.json' with { type: 'json' }

const confidence = z.enum(['high', 'medium', 'low'])

const specialRegimeSchema = z.strictObject({
  source: z.string(),
  confidence,
  note: z.string(),
  validFrom: z.iso.date(),
  grounds: z.array(z.strictObject({ code: z.string(), ar: z.string(), fr: z.string(), en: z.string() })),
})

const textsSchema = z.strictObject({
  read: z.array(
    z.strictObject({
      id: z.string(),
      ar: z.string(),
      fr: z.string(),
      en: z.string(),
      reference: z.string(),
      asOf: z.iso.date().nullable(),
    }),
  ),
  notRead: z.array(z.strictObject({ reference: z.string(), what: z.string(), categories: z.array(z.string()) })),
  note: z.string(),
  confidence,
})

/** Penal Code 16-18 and 111: which penalty makes which class of offence. */
export const offenceClassRules = offenceClassRulesSchema.parse(offenceClasses)

/** Code of Criminal Procedure 5: how long the public action lives, one row a version of the text. */
export const limitationRules = z.array(limitationRulesSchema).parse(limitation)

/** Code of Criminal Procedure 108: the closed list that opens the special powers. */
export const specialRegime = specialRegimeSchema.parse(specialRegimeList)

/** The texts the catalogue was taken from, and the ones known to be missing with the shelves they would fill. */
export const legalTexts = textsSchema.parse(texts)

const namedTexts = legalTexts.read.map(({ id, ar, fr, en }) => ({ code: id, labels: { ar, fr, en } }))

/** What the codes in a row of the catalogue of offences are called, by the member they stand in. */
export const offenceWords = {
  law: namedTexts,
  'source.text': namedTexts,
  specialRegimeGround: specialRegime.grounds.map(({ code, ar, fr, en }) => ({ code, labels: { ar, fr, en } })),
}
