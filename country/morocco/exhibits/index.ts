import { exhibitRulesSchema } from '#modules/exhibits/domain/exhibit-rules.ts'
import data from './exhibits.json' with { type: 'json' }

/** What Moroccan law asks of things in the hands of the police. */
export const moroccanExhibits = exhibitRulesSchema.parse(data.rules)
