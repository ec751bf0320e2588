import type { ColumnType } from 'kysely'

export interface NoticeTable {
  id: string
  officer_id: string
  kind: string
  unit_id: string
  area: string
  link_type: string
  link_id: string
  about_officer_id: string | null
  params: ColumnType<Record<string, string | number>, string, string>
  dedupe_key: string | null
  created_at: Date
  read_at: Date | null
}

/** Tables of this module, and the columns of others that its read models join. */
export interface NoticesTables {
  'notices.notice': NoticeTable
  'organisation.unit': { id: string; area: string; name_ar: string; name_fr: string; name_en: string | null }
  'organisation.unit_closure': {
    ancestor_id: string
    descendant_id: string
    depth: number
    valid_from: string
    valid_to: string | null
  }
  'organisation.officer': { id: string; name_ar: string; name_latin: string; unit_id: string; state: string }
  'organisation.role_grant': {
    officer_id: string
    role_code: string
    unit_id: string
    starts_at: Date
    ends_at: Date | null
  }
}
