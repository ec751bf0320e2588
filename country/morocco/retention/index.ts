import { retentionDataSchema } from '#platform/retention/index.ts'
import data from './retention.json' with { type: 'json' }

/**
 * Periods that a text read for this project sets. For case files, registers and logs no public text with a period was
 * found: nothing is invented, and without a rule nothing is destroyed.
 */
export const moroccanRetention = retentionDataSchema.parse(data)
