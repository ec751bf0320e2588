import { type LegalTimeTable, legalTimeTableSchema } from '#platform/time/legal-time-table.ts'

/** Testland keeps UTC all year. */
export const legalTime: LegalTimeTable = legalTimeTableSchema.parse({
  zone: 'UTC',
  source: 'invented',
  confidence: 'high',
  periods: [{ from: '2000-01-01T00:00:00Z', offsetMinutes: 0 }],
})
