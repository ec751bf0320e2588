import type { RetentionRule } from './domain/retention-rules.ts'

export interface RetentionTables {
  'retention.proposal': {
    id: string
    state: 'proposed' | 'approved' | 'refused' | 'carried-out'
    record_type: string
    rule_code: string
    /** JSON on the way in, the object on the way out. */
    rule: string | RetentionRule
    rule_version: string
    reason: Uint8Array
    reason_key_id: string
    unit_id: string | null
    area: string | null
    proposed_by: string
    proposed_at: Date
    decided_by: string | null
    decided_at: Date | null
    run_command_id: string | null
    carried_out_at: Date | null
  }
  'retention.item': {
    proposal_id: string
    record_id: string
    unit_id: string | null
    area: string | null
    starts_at: Date
    due_at: Date
    outcome: 'destroyed' | 'no-longer-due' | null
  }
  'retention.certificate': {
    id: string
    proposal_id: string
    body: string
    note: string
    issued_at: Date
    unit_id: string | null
    area: string | null
  }
  'platform.data_key': {
    id: string
    subject_type: string
    subject_id: string
    wrapped: Uint8Array | null
    shredded_at: Date | null
  }
}
