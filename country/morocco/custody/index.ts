import { clockLawSchema } from '#modules/custody/domain/clock-law.ts'
import { custodyRulesSchema } from '#modules/custody/domain/custody-rules.ts'
import alarms from './alarms.json' with { type: 'json' }
import before from './custody-before-2025-12-08.json' with { type: 'json' }
import custody from './custody.json' with { type: 'json' }
import otherHolds from './other-holds.json' with { type: 'json' }
import papers from './papers.json' with { type: 'json' }
import register from './register.json' with { type: 'json' }

/**
 * Code of Criminal Procedure 66 to 67, 80, 82-3-9, 147, 192, 458 to 460 and 613-2: for how long a person may be held,
 * before and since law 03.23. The day on which it came into force begins at legal midnight, an hour before that of UTC.
 */
export const custodyClockLaw = clockLawSchema.parse({ alarms, holds: [...before, ...custody, ...otherHolds] })

/** The same with what must be told, who may hold, how often someone looks in, what the books say. */
export const moroccanCustody = custodyRulesSchema.parse({ clock: custodyClockLaw, ...register, ...papers })
