import { type LegalTimeTable, legalTimeTableSchema } from '#platform/time/legal-time-table.ts'
import table from './legal-time.json' with { type: 'json' }

/** Morocco's legal time since 2012. */
export const legalTime: LegalTimeTable = legalTimeTableSchema.parse(table)
