import { z } from 'zod'
import { limitationRulesSchema, offenceClassRulesSchema, offenceSchema } from '#modules/casework/domain/offence.ts'
import rules from './rules.json' with { type: 'json' }
import catalogue from './offences.json' with { type: 'json' }

/** An invented country with other numbers, so that no rule of the first country can hide in the code. */
export const offences = z.array(offenceSchema).parse(catalogue)
export const offenceClassRules = offenceClassRulesSchema.parse(rules.offenceClassRules)
export const limitationRules = z.array(limitationRulesSchema).parse(rules.limitationRules)
export const specialRegimeGrounds = z.array(z.string()).parse(rules.specialRegimeGrounds)
/** Its codes have no names beside themselves. */
export const offenceWords = {}
