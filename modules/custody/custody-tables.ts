import type { ColumnType } from 'kysely'
import type { AlarmKind } from '#contracts/custody/alarm.ts'
import type { EntryKind, EntryMark } from '#contracts/custody/entry.ts'
import type { EndKind } from '#contracts/custody/entry-said.ts'
import type { Age, Book, Measure } from '#contracts/custody/measure.ts'
import type { CellUse } from '#contracts/custody/place.ts'
import type { ClockCase, KnownOffence } from './domain/clock-case.ts'
import type { JsonObject } from '#platform/commands/types.ts'

type Json<T> = ColumnType<T, string, string>

/** Codes alone: who the officer was in law at an instant. */
export interface QualityCodes {
  readonly rank: string | null
  readonly unitId: string | null
  readonly qualities: readonly string[]
  readonly suspended: boolean
}

export interface CustodyTable {
  id: string
  case_id: string
  /** Null once destroyed. */
  participant_id: string | null
  unit_id: string
  area: string
  place_id: string
  place_unit_id: string
  prosecutor_unit_ids: string[]
  book: Book
  year: number
  number: number
  reference: string
  measure: Measure
  inquiry: ClockCase['inquiry']
  age: Age
  sex: 'female' | 'male' | null
  grounds: string[]
  arrested_at: Date
  placed_at: Date
  outside_district: boolean
  offences: Json<readonly KnownOffence[]>
  officer_id: string
  quality_at_act: Json<QualityCodes>
  key_id: string
  subject: Uint8Array
  recorded_at: Date
  from_paper: boolean
  marks: EntryMark[]
  entry_count: number
  deadline_at: Date | null
  ended_at: Date | null
  end_kind: EndKind | null
  signed_at: Date | null
  signed_by: string | null
  signing: ColumnType<JsonObject | null, string | null, string | null>
  destroyed_at: Date | null
  /** Once destroyed: what it adds to the digest of its month. */
  ended_digests: Uint8Array | null
  version: ColumnType<number, number | undefined, number>
}

export interface EntryTable {
  id: string
  custody_id: string
  unit_id: string
  area: string
  seq: number
  kind: EntryKind
  at: Date
  until: Date | null
  recorded_at: Date
  recorded_by: string
  paper_page: string | null
  paper_line: string | null
  corrects_id: string | null
  of_id: string | null
  codes: Json<JsonObject>
  marks: EntryMark[]
  key_id: string
  detail: Uint8Array
}

export interface AlarmTable {
  id: string
  custody_id: string
  unit_id: string
  area: string
  what: AlarmKind
  /** Kept with two decimals. */
  hours_before: ColumnType<string, number, number>
  about_at: Date
  due_at: Date
  raised_at: Date | null
  dropped_at: Date | null
  /** Once raised: when officers were told. */
  told_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface CustodyTables {
  'custody.place': {
    id: string
    unit_id: string
    area: string
    code: string
    name_ar: string
    name_fr: string
    prosecutor_unit_id: string
    founded_at: Date
    founded_by: string
  }
  'custody.cell': {
    id: string
    place_id: string
    unit_id: string
    area: string
    code: string
    use: CellUse
    capacity: number
    closed_at: Date | null
    closed_reason: string | null
    version: ColumnType<number, number | undefined, number>
  }
  'custody.custody': CustodyTable
  'custody.entry': EntryTable
  'custody.alarm': AlarmTable
  'custody.alarm_ack': {
    id: string
    alarm_id: string
    custody_id: string
    unit_id: string
    area: string
    officer_id: string
    capacity: 'officer' | 'head' | 'prosecutor' | 'keeper' | 'other'
    at: Date
    note: string | null
  }
  'custody.visa': {
    id: string
    place_id: string
    unit_id: string
    area: string
    book: Book
    month: string
    officer_id: string
    at: Date
    lines: number
    digest: Uint8Array
    remark: string | null
  }
  'custody.day_list': {
    id: string
    place_id: string
    unit_id: string
    area: string
    prosecutor_unit_id: string
    day: string
    from_at: Date
    to_at: Date
    lines: number
    sent_at: Date
    sent_by: string | null
    acknowledged_at: Date | null
    acknowledged_by: string | null
  }
  'organisation.officer': { id: string; name_ar: string; name_latin: string; sex: 'female' | 'male' }
  'organisation.unit': {
    id: string
    kind: string
    parent_id: string | null
    area: string
    name_ar: string
    name_fr: string
    closed_on: string | null
  }
}
