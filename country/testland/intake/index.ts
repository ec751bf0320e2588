import { intakeRulesSchema } from '#modules/intake/domain/intake-rules.ts'
import data from './intake.json' with { type: 'json' }

/** Other rules of an invented country. */
export const testlandIntake = intakeRulesSchema.parse(data.rules)
