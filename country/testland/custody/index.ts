import { clockLawSchema } from '#modules/custody/domain/clock-law.ts'
import { custodyRulesSchema } from '#modules/custody/domain/custody-rules.ts'
import data from './custody.json' with { type: 'json' }
import papers from './papers.json' with { type: 'json' }
import register from './register.json' with { type: 'json' }

/** Invented hours of an invented country. */
export const testlandCustodyClockLaw = clockLawSchema.parse(data)

/** The same with the other rules of its books. */
export const testlandCustody = custodyRulesSchema.parse({ clock: testlandCustodyClockLaw, ...register, ...papers })
