import type { Generated } from 'kysely'
import type { Locale } from '#platform/i18n/text.ts'

/** Tables of this module, for Kysely. */
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
  }
  'identity.presence': { session_id: string; seen_at: Date }
  'identity.challenge': { id: string; officer_id: string | null; kind: string; value: string; expires_at: Date }
}

export const seats = ['shared-desk', 'own-desk', 'command-room'] as const
/** Where the officer sits; decides after how long the session locks. */
export type Seat = (typeof seats)[number]
