import type { ColumnType } from 'kysely'
import type {
  ExhibitKind,
  ExhibitOrigin,
  ExhibitState,
  MarkCode,
  Measure,
  MovementKind,
  OrderAuthority,
  PlaceKind,
  SealState,
} from '#contracts/exhibits/lists.ts'
import type { QualityCodes } from '#modules/documents/index.ts'
import type { Difference, Expected } from './domain/differences.ts'

type JsonColumn<T> = ColumnType<T, string, string>

export interface ExhibitTable {
  id: string
  case_id: string
  unit_id: string
  area: string
  series: 'exhibit' | 'exhibit-sealed'
  year: number
  number: number
  reference: string
  origin: ExhibitOrigin
  kind: ExhibitKind
  pv_id: string | null
  owner_participant_id: string | null
  held_from_participant_id: string | null
  key_id: string
  detail: Uint8Array
  links: Uint8Array | null
  /** As text: a number of the database's own exactness. */
  quantity: string | null
  measure: Measure
  currency: string | null
  counted_with: string | null
  label: string
  state: ExhibitState
  seal_state: SealState
  seal_number: string | null
  place_id: string
  seq: number
  last_at: Date
  expected_back: Date | null
  mark_count: number
  taken_at: Date
  recorded_at: Date
  recorded_by: string
  quality_at_act: JsonColumn<QualityCodes>
  version: ColumnType<number, number | undefined, number>
}

export interface MovementTable {
  id: string
  exhibit_id: string
  unit_id: string
  area: string
  seq: number
  kind: MovementKind
  from_place_id: string | null
  to_place_id: string
  handed_by: string | null
  received_by: string | null
  handed_party: string
  received_party: string
  occurred_at: Date
  recorded_at: Date
  recorded_by: string
  seal_number: string | null
  seal_seen: string | null
  seal_broken: boolean
  order_authority: OrderAuthority | null
  order_date: string | null
  expected_back: Date | null
  corrects_seq: number | null
  marks: JsonColumn<readonly MarkCode[]>
  key_id: string
  detail: Uint8Array
}

export interface PlaceTable {
  id: string
  unit_id: string
  area: string
  kind: PlaceKind
  code: string
  label_ar: string
  label_fr: string
  parent_id: string | null
  capacity: string | null
  label: string
  founded_at: Date
  founded_by: string | null
  closed_at: Date | null
  version: ColumnType<number, number | undefined, number>
}

export interface StoredFileTable {
  id: string
  exhibit_id: string
  unit_id: string
  area: string
  role: 'photo' | 'original' | 'working-copy'
  file_id: string
  copy_of: string | null
  size: number
  media_type: string
  sha256: Uint8Array
  key_id: string
  detail: Uint8Array
  taken_at: Date | null
  added_at: Date
  added_by: string
  checked_at: Date | null
  intact: boolean | null
}

/** A difference as it is kept when a count is closed. */
export interface KeptDifference extends Omit<Difference, 'text'> {
  /** A scan that read the text. */
  readonly scanId: string | null
  /** Of a surplus: where it was recorded to be. */
  readonly placeId: string | null
}

/** Tables of this module, and the columns of others that its read models join. */
export interface ExhibitsTables {
  'exhibits.exhibit': ExhibitTable
  'exhibits.movement': MovementTable
  'exhibits.place': PlaceTable
  'exhibits.stored_file': StoredFileTable
  'exhibits.word': { exhibit_id: string; token: Uint8Array }
  'exhibits.chain_certificate': {
    id: string
    exhibit_id: string
    unit_id: string
    area: string
    up_to_seq: number
    digest: Uint8Array
    key_id: string
    purpose: Uint8Array
    certified_at: Date
    certified_by: string
  }
  'exhibits.stocktaking': {
    id: string
    place_id: string
    unit_id: string
    area: string
    opened_at: Date
    opened_by: string
    closed_at: Date | null
    closed_by: string | null
    closed_with: string | null
    expected: ColumnType<readonly Expected[] | null, string | null, string | null>
    differences: ColumnType<readonly KeptDifference[] | null, string | null, string | null>
    key_id: string
    detail: Uint8Array | null
  }
  'exhibits.stocktaking_scan': {
    id: string
    stocktaking_id: string
    exhibit_id: string | null
    text: Uint8Array
    seal_seen: string | null
    scanned_at: Date
    scanned_by: string
    of_sealed: boolean
  }
  'exhibits.scan_taken_back': { scan_id: string; taken_back_at: Date; taken_back_by: string }
  'platform.installation': { mode: 'training' | 'real' }
  'platform.data_key': { id: string; shredded_at: Date | null }
  'casework.case_file': { id: string; reference: string; unit_id: string }
}
