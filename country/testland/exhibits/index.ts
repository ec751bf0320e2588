import { exhibitRulesSchema } from '#modules/exhibits/domain/exhibit-rules.ts'
import data from './exhibits.json' with { type: 'json' }

/** Other rules of an invented country. */
export const testlandExhibits = exhibitRulesSchema.parse(data.rules)
