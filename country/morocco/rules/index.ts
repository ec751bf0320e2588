import rulesData from './rules.json' with { type: 'json' }
import { rulesSchema } from './table.ts'

/** Rules of Moroccan law that this project holds or does not hold yet, with what shows it. */
export const rules = rulesSchema.parse(rulesData)
