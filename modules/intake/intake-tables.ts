import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#platform/commands/types.ts'
import type { Authorisation, LineKind, LineState, Mark } from '#contracts/intake/register.ts'

type JsonColumn<T> = ColumnType<T, string, string>

export interface LineTable {
  id: string
  unit_id: string
  area: string
  year: number
  number: number
  kind: LineKind
  category: 'loss' | 'theft' | 'other' | null
  anonymous: boolean
  authorisation: Authorisation
  state: LineState
  owner_kind: 'officer' | 'tray'
  owner_id: string | null
  received_at: Date
  recorded_at: Date
  happened_from: Date | null
  happened_to: Date | null
  marks: Mark[]
  sender_unit_id: string | null
  sender_reference: string | null
  letter_date: string | null
  due_at: Date | null
  content_key_id: string
  content: Buffer
  recorded_by: string
  case_id: string | null
  origin_line_id: string | null
  ended_at: Date | null
  destroyed_at: ColumnType<Date | null, never, Date | null>
  version: Generated<number>
}

export type EntryKind =
  | 'recorded'
  | 'addition'
  | 'correction'
  | 'assigned'
  | 'taken'
  | 'sent'
  | 'accepted'
  | 'refused'
  | 'became-case'
  | 'joined-case'
  | 'closed'
  | 'reopened'
  | 'answered'
  | 'authorisation-granted'
  | 'authorisation-refused'
  | 'deadline'
  | 'reminded'
  | 'receipt'

/** What of a line travels with it to another unit; nothing personal. */
export interface Particulars {
  kind: LineKind
  category: 'loss' | 'theft' | 'other' | null
  anonymous: boolean
  authorisation: Authorisation
  receivedAt: string
  happenedFrom: string | null
  happenedTo: string | null
  senderUnitId: string | null
  senderReference: string | null
  letterDate: string | null
  dueAt: string | null
}

/** Tables of this module, and the columns of others that its read models join. */
export interface IntakeTables {
  'intake.line': LineTable
  'intake.entry': {
    id: string
    line_id: string
    unit_id: string
    area: string
    kind: EntryKind
    codes: JsonColumn<Record<string, Json>>
    text_key_id: string | null
    text: Buffer | null
    happened_at: Date
    recorded_at: Date
    officer_id: string | null
  }
  'intake.transfer': {
    id: string
    line_id: string
    unit_id: string
    area: string
    to_unit_id: string
    state: 'sent' | 'accepted' | 'refused'
    particulars: JsonColumn<Particulars>
    content_key_id: string
    content: Buffer
    reason: Buffer
    sent_at: Date
    sent_by: string
    settled_at: Date | null
    settled_by: string | null
    to_line_id: string | null
  }
  'intake.receipt': {
    id: string
    line_id: string
    unit_id: string
    area: string
    code_hash: Buffer
    code_key_id: string
    code: Buffer
    issued_at: Date
    issued_by: string
    revoked_at: Date | null
  }
  'intake.reminder': {
    id: string
    line_id: string
    unit_id: string
    area: string
    remind_at: Date
    set_by: string
    set_at: Date
    done_at: Date | null
  }
  'intake.handover': {
    id: string
    unit_id: string
    area: string
    shift_from: Date
    shift_to: Date
    open_lines: number
    overdue_lines: number
    line_ids: string[]
    content_key_id: string
    content: Buffer
    written_by: string
    written_at: Date
    to_officer_id: string | null
    acknowledged_by: string | null
    acknowledged_at: Date | null
    remark_key_id: string | null
    remark: Buffer | null
  }
  'organisation.unit': {
    id: string
    area: string
    name_ar: string
    name_fr: string
    name_en: string | null
    closed_on: string | null
  }
  'organisation.unit_closure': {
    ancestor_id: string
    descendant_id: string
    depth: number
    valid_from: string
    valid_to: string | null
  }
  'organisation.officer': {
    id: string
    name_ar: string
    name_latin: string
    unit_id: string
    rank_code: string | null
    state: string
  }
  'organisation.rank': { code: string; label_ar: string; label_fr: string; label_en: string }
  'platform.installation': { id: number; mode: 'training' | 'real' }
}
