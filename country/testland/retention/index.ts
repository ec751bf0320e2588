import { retentionDataSchema } from '#platform/retention/index.ts'
import data from './retention.json' with { type: 'json' }

/** Invented periods of an invented country. */
export const testlandRetention = retentionDataSchema.parse(data)
