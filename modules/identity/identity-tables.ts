import type { Generated } from 'kysely'
import type { Locale } from '#platform/i18n/text.ts'
import type { Seat } from './domain/seats.ts'

/** Tables of this module, and the columns of others that its read models join. */
export interface IdentityTables {
  'identity.credential': {
    officer_id: string
    password_hash: string
    pin_hash: string | null
    must_change: Generated<boolean>
    failed_count: Generated<number>
    locked_until: Date | null
    updated_at: Date
    pin_failed_count: Generated<number>
    locale: Generated<Locale>
  }
  'identity.authenticator': {
    id: string
    officer_id: string
    kind: 'totp' | 'passkey'
    label: string
    secret: Buffer | null
    credential_id: string | null
    public_key: Buffer | null
    counter: Generated<number>
    confirmed_at: Date | null
    last_used_at: Date | null
    removed_at: Date | null
  }
  'identity.session': {
    id: string
    token_hash: Buffer
    officer_id: string
    seat: Seat
    opened_at: Date
    ends_at: Date
    ended_at: Date | null
    locked_at: Date | null
    stepped_up_at: Date | null
    restricted: Generated<boolean>
    address: string | null
    browser: string | null
    wall_place_id: string | null
  }
  'identity.presence': { session_id: string; seen_at: Date }
  'identity.recovery': {
    id: string
    officer_id: string
    unit_id: string
    area: string
    reason: string
    state: 'asked' | 'approved' | 'rejected' | 'objected' | 'expired'
    asked_by: string
    asked_at: Date
    expires_at: Date
    first_half: Buffer | null
    decided_by: string | null
    decided_at: Date | null
  }
  'identity.challenge': { id: string; officer_id: string | null; kind: string; value: string; expires_at: Date }
  'custody.place': { id: string; unit_id: string; area: string; name_ar: string }
  'organisation.officer': { id: string; service_number: string; name_ar: string; name_latin: string }
}
