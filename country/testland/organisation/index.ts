import { testlandCourts } from '../courts/index.ts'
import data from './organisation.json' with { type: 'json' }

/** The police of an invented country, in the shape of the organisation module's `organisationDataSchema`. */
export const testlandOrganisation = {
  country: 'tl',
  sources: data.sources,
  unitKinds: data.unitKinds,
  systems: data.systems,
  units: [...data.units, ...testlandCourts.parquetUnits],
  events: [...data.events, ...testlandCourts.parquetEvents],
  ranks: data.ranks,
  posts: data.posts,
  qualityRules: data.qualityRules,
  courtKinds: testlandCourts.courtKinds,
  courts: testlandCourts.courts,
  unitCourts: testlandCourts.unitCourts,
  remarks: data.remarks,
}
