import { intakeRulesSchema } from '#modules/intake/domain/intake-rules.ts'
import data from './intake.json' with { type: 'json' }

/** How the desk register works in Morocco: what the code of criminal procedure says of it, and our choices where it is silent. */
export const moroccanIntake = intakeRulesSchema.parse(data.rules)
