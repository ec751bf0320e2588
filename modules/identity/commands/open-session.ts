import { z } from 'zod'
import type { Command, Tx } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { findOfficerByNumber } from '#modules/organisation/index.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { deskSeats } from '../domain/seats.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { type Factor, factorProofSchema, listFactors, proveFactor } from '../second-factor.ts'
import { secretSchema } from '../secret.ts'
import { addSession, openingSchema } from '../session-opening.ts'
import { clearFailures, countFailure } from '../session-store.ts'
import { type Known, type OpenAnswer, type OpenOutcome, halfOpen, refused } from '../sign-in-answers.ts'

/** A code that an administrator handed over opens nothing after three days. */
const codeHours = 72

const openInput = z.strictObject({
  serviceNumber: z.string().min(1).max(64),
  password: secretSchema,
  ...factorProofSchema,
  seat: z.enum(deskSeats),
  ...openingSchema,
})

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
    execute: async (tx, input): Promise<OpenAnswer> => {
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
        if (!input.code && !input.passkey) {
          return halfOpen(tx, deps, officer, factors, { type: 'session.half-opened' })
        }
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

async function failed(tx: Tx, officer: Known, before: number, reason: string): Promise<OpenAnswer> {
  const isLocked = await countFailure(tx, officer.id, before)
  return refused(officer, isLocked ? `${reason}-locks` : reason)
}
