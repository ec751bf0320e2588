import type { datePrecisions, inquiryFrames, PointPrecision } from '#contracts/casework/case-facts.ts'
import type { caseOrigins, CaseState, closeReasons } from '#contracts/casework/case-states.ts'
import type { participantEndReasons, ParticipantRole, standings } from '#contracts/casework/participants.ts'
import type { SealReason } from '#contracts/casework/seals.ts'
import type { ColumnType, Generated } from 'kysely'
import type { OffenceClass } from './domain/offence.ts'
import type { TaskAbout } from './task-titles.ts'

export type Series = 'case' | 'case-sealed'
type Json = ColumnType<unknown, string, string>

export interface CaseworkTables {
  'casework.case_file': {
    id: string
    unit_id: string
    area: string
    series: Series
    year: number
    number: number
    reference: string
    state: CaseState
    close_reason: (typeof closeReasons)[number] | null
    origin: (typeof caseOrigins)[number]
    origin_id: string | null
    inquiry: (typeof inquiryFrames)[number] | null
    offence_class: OffenceClass | null
    main_offence_code: string | null
    happened_from: Date | null
    happened_to: Date | null
    happened_precision: (typeof datePrecisions)[number]
    place_text: string | null
    latitude: number | null
    longitude: number | null
    point_precision: PointPrecision | null
    how_text: string | null
    assigned_to: string | null
    transfer_to_unit_id: string | null
    prosecutor_unit_id: string | null
    waiting_since: Date | null
    next_due_at: Date | null
    sealed: boolean
    seal_reason: SealReason | null
    sealed_at: Date | null
    opened_at: Date
    opened_by: string | null
    closed_at: Date | null
    destroyed_at: ColumnType<Date | null, never, Date | null>
    version: Generated<number>
  }
  'casework.case_number': {
    case_id: string
    unit_id: string
    series: Series
    year: number
    number: number
    reference: string
    given_at: Date
  }
  'casework.case_access': {
    id: string
    case_id: string
    officer_id: string
    kind: 'listed' | 'emergency' | 'barred'
    reason: string | null
    since: Date
    until: Date | null
    granted_by: string | null
  }
  'casework.case_offence': {
    id: string
    case_id: string
    unit_id: string
    area: string
    code: string
    wording_from: string
    offence_class: OffenceClass
    label_ar: string
    label_fr: string
    law: string
    article: string
    flags: Json
    in_force: boolean
    is_main: boolean
    added_at: Date
    removed_at: Date | null
  }
  'casework.participant': {
    id: string
    case_id: string
    unit_id: string
    area: string
    person_id: string | null
    role: ParticipantRole
    standing: (typeof standings)[number]
    guards_id: string | null
    protected: boolean
    alias: string | null
    since: Date
    until: Date | null
    end_reason: (typeof participantEndReasons)[number] | null
    added_by: string | null
    version: Generated<number>
  }
  'casework.protected_person': {
    participant_id: string
    case_id: string
    unit_id: string
    area: string
    person_id: string
  }
  'casework.assignment': {
    id: string
    case_id: string
    officer_id: string
    since: Date
    until: Date | null
    assigned_by: string | null
  }
  'casework.transfer': {
    id: string
    case_id: string
    from_unit_id: string
    to_unit_id: string
    reason: string
    state: 'asked' | 'accepted' | 'refused' | 'withdrawn'
    asked_at: Date
    asked_by: string | null
    answered_at: Date | null
    answered_by: string | null
    answer: string | null
  }
  'casework.task': {
    id: string
    case_id: string
    unit_id: string
    area: string
    title: string
    about: ColumnType<TaskAbout | null, string | null, null>
    due_at: Date | null
    assigned_to: string | null
    state: 'open' | 'done'
    created_at: Date
    created_by: string | null
    done_at: Date | null
    done_by: string | null
    outcome: string | null
    version: Generated<number>
  }
  'casework.note': {
    id: string
    case_id: string
    unit_id: string
    area: string
    body: string
    written_at: Date
    /** When the server had it; null for notes from before this was kept. */
    recorded_at: Date | null
    written_by: string | null
  }
  /** Of the organisation, for read models and for naming an officer or a unit. */
  'organisation.officer': {
    id: string
    name_ar: string
    name_latin: string
    /** Null for who has none: prosecutors and their clerks. */
    rank_code: string | null
    unit_id: string
    state: string
  }
  'organisation.unit': {
    id: string
    code: string
    kind: string
    area: string
    name_ar: string
    name_fr: string
    closed_on: string | null
  }
}
