import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#platform/commands/types.ts'

/** Read as parsed JSON, written as text. */
type JsonColumn<T = Json> = ColumnType<T, string, string>

export interface UnitTable {
  id: string
  code: string
  kind: string
  parent_id: string | null
  area: string
  name_ar: string
  name_fr: string
  name_en: string | null
  place: string | null
  latitude: number | null
  longitude: number | null
  founded_on: string | null
  closed_on: string | null
  switches: JsonColumn<Record<string, Json>>
  version: Generated<number>
  name_known: Generated<boolean>
  source: Generated<string>
  confidence: Generated<string>
  note: string | null
}

export interface UnitEventTable {
  id: string
  unit_id: string
  type: string
  happened_on: string | null
  precision: 'day' | 'month' | 'year' | 'unknown'
  data: JsonColumn<Record<string, Json>>
  source: string
  confidence: string
  recorded_at: Date
  code: string | null
  withdrawn_at: Date | null
}

export interface OfficerTable {
  id: string
  service_number: string
  name_ar: string
  name_latin: string
  rank_code: string | null
  sex: 'female' | 'male'
  unit_id: string
  post: string
  state: Generated<'active' | 'suspended' | 'left'>
  version: Generated<number>
}

export interface PostingTable {
  id: string
  officer_id: string
  unit_id: string
  post: string
  rank_code: string | null
  starts_at: Date
  ends_at: Date | null
}

export interface QualityTable {
  id: string
  officer_id: string
  quality: string
  decision_ref: string
  starts_at: Date
  ends_at: Date | null
  kind: 'held' | 'suspended'
}

export interface RoleGrantTable {
  id: string
  officer_id: string
  role_code: string
  unit_id: string
  reason: 'posting' | 'acting' | 'set-up'
  starts_at: Date
  ends_at: Date | null
  granted_by: string | null
}

export interface AbsenceTable {
  id: string
  officer_id: string
  unit_id: string
  kind: 'leave' | 'sick' | 'mission' | 'training' | 'suspension'
  starts_at: Date
  ends_at: Date | null
  decision_ref: string | null
  acting_grant_id: string | null
  recorded_at: Date
}

/** Tables of this module, for Kysely. */
export interface OrganisationTables {
  'organisation.unit': UnitTable
  'organisation.unit_event': UnitEventTable
  'organisation.unit_closure': {
    ancestor_id: string
    descendant_id: string
    depth: number
    valid_from: string
    valid_to: string | null
  }
  'organisation.rank': {
    code: string
    position: number
    corps: string
    label_ar: string
    label_fr: string
    label_en: string
    source: string
  }
  'organisation.officer': OfficerTable
  'organisation.posting': PostingTable
  'organisation.quality': QualityTable
  'organisation.role': { code: string; label_ar: string; label_fr: string; label_en: string }
  'organisation.role_permission': {
    role_code: string
    permission: string
    scope: 'own' | 'unit' | 'area' | 'all'
  }
  'organisation.role_grant': RoleGrantTable
  'organisation.reference': {
    name: string
    version: number
    data: JsonColumn<unknown>
    valid_from: Date
    origin: Generated<'country' | 'decision'>
  }
  'organisation.law_change': {
    id: string
    name: string
    base_version: number
    data: JsonColumn<unknown>
    legal_basis: string
    state: 'proposed' | 'approved' | 'rejected'
    proposed_by: string
    proposed_at: Date
    decided_by: string | null
    decided_at: Date | null
    reason: string | null
  }
  'organisation.absence': AbsenceTable
}
