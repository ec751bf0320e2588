import data from './courts.json' with { type: 'json' }

/** Two invented courts, their prosecutors, and which unit reports to which. */
export const testlandCourts = {
  courtKinds: data.courtKinds,
  courts: data.courts,
  parquetUnits: data.parquetUnits,
  parquetEvents: data.parquetEvents,
  unitCourts: data.unitCourts,
}
