import type { AuditEntry, JsonObject, Tx } from '#platform/commands/types.ts'
import type { IdentityDeps } from './identity-deps.ts'
import { type Factor, type PasskeyRequest, askPasskey } from './second-factor.ts'

/** A refusal is an outcome, no error: the count of failures must survive it. */
export type OpenOutcome =
  | { readonly outcome: 'refused' }
  | {
      readonly outcome: 'factor-needed'
      readonly totp: boolean
      readonly passkey: { readonly challengeId: string; readonly options: PasskeyRequest } | null
    }
  | { readonly outcome: 'opened'; readonly sessionId: string; readonly restricted: boolean; readonly endsAt: string }

export interface OpenAnswer {
  readonly result: OpenOutcome
  readonly event: AuditEntry
}

/** An officer as the events of a sign-in name one. */
export interface Known {
  readonly id: string
  readonly unit_id: string
}

/** `codes` say by which way it was tried, where that was not the password. */
export function refused(officer: Known | undefined, reason: string, codes: JsonObject = {}): OpenAnswer {
  return {
    result: { outcome: 'refused' },
    event: {
      type: 'session.refused',
      subjects: officer ? [{ type: 'officer', id: officer.id }] : [],
      ...(officer ? { unitId: officer.unit_id } : {}),
      codes: { reason, ...codes },
    },
  }
}

/** The first proof held; what the browser needs for the second. */
export async function halfOpen(
  tx: Tx,
  deps: IdentityDeps,
  officer: Known,
  factors: readonly Factor[],
  event: Pick<AuditEntry, 'type' | 'codes'>,
): Promise<OpenAnswer> {
  const passkey = await askPasskey(tx, deps, officer.id)
  return {
    result: {
      outcome: 'factor-needed',
      totp: factors.some(({ kind }) => kind === 'totp'),
      passkey: passkey ?? null,
    },
    event: { ...event, subjects: [{ type: 'officer', id: officer.id }], unitId: officer.unit_id },
  }
}
