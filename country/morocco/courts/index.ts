import courts from './courts.json' with { type: 'json' }
import parquets from './parquets.json' with { type: 'json' }
import unitCourts from './unit-courts.json' with { type: 'json' }

/** Courts by place, the prosecution at each as a unit of the tree, and which unit reports to which court. */
export const moroccanCourts = {
  courtKinds: courts.courtKinds,
  courts: courts.courts,
  parquetUnits: parquets.units,
  parquetEvents: parquets.events,
  unitCourts: unitCourts.unitCourts,
}
