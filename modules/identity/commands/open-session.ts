import { z } from 'zod'
import type { Command, Tx } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { findOfficerByNumber } from '#modules/organisation/index.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { seats } from '../domain/seats.ts'
import type { IdentityTables } from '../identity-tables.ts'
import {
  type Factor,
  type PasskeyRequest,
  askPasskey,
  factorProofSchema,
  listFactors,
  proveFactor,
} from '../second-factor.ts'
import { secretSchema } from '../secret.ts'
import { addSession, deskSchema } from '../session-opening.ts'
import { clearFailures, countFailure } from '../session-store.ts'

/** A code that an administrator handed over opens nothing after three days. */
const codeHours = 72

const openInput = z.strictObject({
  serviceNumber: z.string().min(1).max(64),
  password: secretSchema,
  ...factorProofSchema,
  seat: z.enum(seats),
  /** SHA-256 of the cookie's token in hexadecimal; the token itself never comes here. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  desk: deskSchema.default({ address: null, browser: null }),
})

/** A refusal is an outcome, no error: the count of failures must survive it. */
export type OpenOutcome =
  | { readonly outcome: 'refused' }
  | {
      readonly outcome: 'factor-needed'
      readonly totp: boolean
      readonly passkey: { readonly challengeId: string; readonly options: PasskeyRequest } | null
    }
  | { readonly outcome: 'opened'; readonly sessionId: string; readonly restricted: boolean; readonly endsAt: string }

type Answer = Awaited<ReturnType<Command<typeof openInput, OpenOutcome>['execute']>>

/**
 * Opens a session from number, password and second factor. Five failures in a row close the account for 15 minutes;
 * unknown, suspended and locked numbers answer alike and as slowly. An officer without a second factor, or whose
 * password was set by another, gets a session that can only repair that.
 */
export function createOpenSession(deps: IdentityDeps): Command<typeof openInput, OpenOutcome> {
  return defineCommand({
    type: 'session.open',
    permission: 'session.open',
    input: openInput,
    execute: async (tx, input): Promise<Answer> => {
      const officer = await findOfficerByNumber(tx, input.serviceNumber)
      const credential = officer
        ? await tx
            .tables<IdentityTables>()
            .selectFrom('identity.credential')
            .selectAll()
            .where('officer_id', '=', officer.id)
            .forUpdate()
            .executeTakeFirst()
        : undefined
      const isRight = await deps.passwords.verify(credential?.password_hash, input.password)
      if (!officer || !credential) return refused(undefined, 'unknown')
      if (officer.state !== 'active') return refused(officer, officer.state)
      if (credential.locked_until && credential.locked_until > tx.now) return refused(officer, 'locked')
      if (credential.must_change && tx.now.getTime() - credential.updated_at.getTime() > codeHours * 3_600_000) {
        return refused(officer, 'code-expired')
      }
      if (!isRight) return failed(tx, officer, credential.failed_count, 'password')

      const factors = await listFactors(tx, officer.id)
      let factor: Factor | undefined
      if (factors.length > 0) {
        if (!input.code && !input.passkey) return halfOpen(tx, deps, officer, factors)
        factor = await proveFactor(tx, deps, officer.id, input)
        if (!factor) return failed(tx, officer, credential.failed_count, 'factor')
      }
      await clearFailures(tx, officer.id)
      const restricted = factor === undefined || credential.must_change
      const session = await addSession(tx, officer.id, input, restricted, factor ? tx.now : null)
      return {
        result: { outcome: 'opened', sessionId: session.id, restricted, endsAt: session.endsAt.toISOString() },
        event: {
          type: 'session.opened',
          subjects: [
            { type: 'session', id: session.id },
            { type: 'officer', id: officer.id },
          ],
          unitId: officer.unit_id,
          codes: { seat: input.seat, way: 'password', factor: factor?.kind ?? null, restricted },
          detail: { officer: officer.name_ar },
        },
      }
    },
  })
}

interface Known {
  readonly id: string
  readonly unit_id: string
}

function refused(officer: Known | undefined, reason: string): Answer {
  return {
    result: { outcome: 'refused' },
    event: {
      type: 'session.refused',
      subjects: officer ? [{ type: 'officer', id: officer.id }] : [],
      ...(officer ? { unitId: officer.unit_id } : {}),
      codes: { reason },
    },
  }
}

async function failed(tx: Tx, officer: Known, before: number, reason: string): Promise<Answer> {
  const isLocked = await countFailure(tx, officer.id, before)
  return refused(officer, isLocked ? `${reason}-locks` : reason)
}

async function halfOpen(tx: Tx, deps: IdentityDeps, officer: Known, factors: readonly Factor[]): Promise<Answer> {
  const passkey = await askPasskey(tx, deps, officer.id)
  return {
    result: {
      outcome: 'factor-needed',
      totp: factors.some(({ kind }) => kind === 'totp'),
      passkey: passkey ?? null,
    },
    event: {
      type: 'session.half-opened',
      subjects: [{ type: 'officer', id: officer.id }],
      unitId: officer.unit_id,
    },
  }
}
