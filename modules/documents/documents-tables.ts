import type { ColumnType } from 'kysely'
import type { abandonReasons, pvStates, signingModes } from '#contracts/documents/pv.ts'
import type { ActKind } from '#contracts/documents/form.ts'

type JsonColumn<T> = ColumnType<T, string, string>

/** Codes alone: who the author was in law at an instant. */
export interface QualityCodes {
  readonly rank: string | null
  readonly unitId: string | null
  readonly qualities: readonly string[]
  readonly decisionRef: string | null
  readonly suspended: boolean
}

/** A remark of a check that stays with a PV: codes alone. */
export interface Mark {
  readonly check: string
  readonly level: 'blocks' | 'warns'
  readonly effect: string
  readonly articles: readonly string[]
  readonly field: string | null
}

export interface PvTable {
  id: string
  case_id: string
  unit_id: string
  area: string
  series: 'pv' | 'pv-sealed'
  year: number
  number: number
  reference: string
  form_code: string
  form_from: string
  act: ActKind
  state: (typeof pvStates)[number]
  act_at: Date | null
  drafted_at: Date | null
  finalised_at: Date
  author_id: string
  drafted_by: string
  quality_at_act: JsonColumn<QualityCodes>
  corrects_id: string | null
  key_id: string
  source: Uint8Array
  source_hash: Uint8Array
  pages: number
  paper_file_id: string
  marks: JsonColumn<readonly Mark[]>
  signed_on: (typeof signingModes)[number] | null
  signed_by: string | null
  quality_at_signing: ColumnType<QualityCodes | null, string | null, string | null>
  signing: Uint8Array | null
  signing_marks: ColumnType<readonly Mark[] | null, string | null, string | null>
  scan_file_id: string | null
  sealed_file_id: string | null
  sealed_hash: Uint8Array | null
  seal_key: string | null
  sealed_at: Date | null
  abandoned_at: Date | null
  abandon_reason: (typeof abandonReasons)[number] | null
}

export interface DocumentsTables {
  'documents.pv': PvTable
  'documents.pv_copy': {
    id: string
    pv_id: string
    unit_id: string
    area: string
    number: number
    certified: boolean
    key_id: string
    purpose: Uint8Array
    file_id: string
    hash: Uint8Array
    issued_by: string
    issued_at: Date
  }
  'draft.pv_draft': {
    id: string
    officer_id: string
    case_id: string
    form_code: string
    corrects_id: string | null
    key_id: string
    content: Uint8Array
    seq: number
    writer: string | null
    saved_by: string | null
    held_until: Date | null
    created_at: Date
    saved_at: Date
    discarded_at: Date | null
    pv_id: string | null
  }
  'draft.pv_draft_copy': {
    id: string
    draft_id: string
    officer_id: string
    key_id: string
    content: Uint8Array
    writer: string
    seq: number
    kept_at: Date
  }
}
