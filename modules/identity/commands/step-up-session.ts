import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { factorProofSchema, proveFactor } from '../second-factor.ts'
import {
  clearFailures,
  countFailure,
  endSessions,
  lockOwnCredential,
  ownSubjects,
  requireSignedIn,
} from '../session-store.ts'

const stepUpInput = z.strictObject(factorProofSchema)

export type StepUpOutcome =
  { readonly outcome: 'proved'; readonly at: string } | { readonly outcome: 'refused'; readonly ended: boolean }

/**
 * Proves again who sits at the desk; acts that ask for it may follow for five minutes. Failures count with those of
 * the sign-in: the fifth ends every session of the officer and closes the account for 15 minutes.
 */
export function createStepUpSession(deps: IdentityDeps): Command<typeof stepUpInput, StepUpOutcome> {
  return defineCommand({
    type: 'session.step-up',
    permission: 'self.step-up',
    input: stepUpInput,
    execute: async (tx, proof): Promise<Awaited<ReturnType<Command<typeof stepUpInput, StepUpOutcome>['execute']>>> => {
      const own = requireSignedIn(tx)
      const db = tx.tables<IdentityTables>()
      const credential = await lockOwnCredential(tx)
      const factor = await proveFactor(tx, deps, own.officerId, proof)
      if (factor) {
        await clearFailures(tx, own.officerId)
        await db
          .updateTable('identity.session')
          .set({ stepped_up_at: tx.now })
          .where('id', '=', own.sessionId)
          .execute()
        return {
          result: { outcome: 'proved', at: tx.now.toISOString() },
          event: { type: 'session.stepped-up', subjects: ownSubjects(own), codes: { factor: factor.kind } },
        }
      }
      const isOver = await countFailure(tx, own.officerId, credential.failed_count)
      if (isOver) await endSessions(tx, own.officerId)
      return {
        result: { outcome: 'refused', ended: isOver },
        event: { type: 'session.step-up-refused', subjects: ownSubjects(own), codes: { ended: isOver } },
      }
    },
  })
}
