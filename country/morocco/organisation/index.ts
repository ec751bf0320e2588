import { moroccanCourts } from '../courts/index.ts'
import events from './events.json' with { type: 'json' }
import posts from './posts.json' with { type: 'json' }
import qualities from './qualities.json' with { type: 'json' }
import ranks from './ranks.json' with { type: 'json' }
import remarks from './remarks.json' with { type: 'json' }
import sources from './sources.json' with { type: 'json' }
import unitKinds from './unit-kinds.json' with { type: 'json' }
import units from './units.json' with { type: 'json' }

/**
 * The territorial organisation of the Moroccan police as public sources give it, in the shape of the
 * organisation module's `organisationDataSchema`; parse it before use. Each row names its source and
 * how sure it is; what no source says is unknown or null.
 */
export const moroccanOrganisation = {
  country: 'ma',
  sources: sources.sources,
  unitKinds: unitKinds.unitKinds,
  systems: unitKinds.systems,
  units: [...units.units, ...moroccanCourts.parquetUnits],
  events: [...events.events, ...moroccanCourts.parquetEvents],
  ranks: ranks.ranks,
  posts: posts.posts,
  qualityRules: qualities.qualityRules,
  courtKinds: moroccanCourts.courtKinds,
  courts: moroccanCourts.courts,
  unitCourts: moroccanCourts.unitCourts,
  remarks: remarks.remarks,
}
