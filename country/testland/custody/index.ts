import { clockLawSchema } from '#modules/custody/domain/clock-law.ts'
import data from './custody.json' with { type: 'json' }

/** Invented hours of an invented country. */
export const testlandCustodyClockLaw = clockLawSchema.parse(data)
