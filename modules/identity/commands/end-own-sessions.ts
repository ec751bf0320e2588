import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { endSessions, ownSubjects, requireSignedIn } from '../session-store.ts'

/** Ends one of the officer's other sessions; this one is ended by signing out. */
export const endOwnSession = defineCommand({
  type: 'session.end-own',
  permission: 'self.enrol',
  stepUp: true,
  input: z.strictObject({ sessionId: z.uuid() }),
  execute: async (tx, { sessionId }) => {
    const own = requireSignedIn(tx)
    const ended = await tx
      .tables<IdentityTables>()
      .updateTable('identity.session')
      .set({ ended_at: tx.now })
      .where('id', '=', sessionId)
      .where('officer_id', '=', own.officerId)
      .where('id', '!=', own.sessionId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw platformErrors.fail('NOT_FOUND')
    return {
      result: { ended: 1 },
      event: {
        type: 'session.own-ended',
        subjects: [...ownSubjects(own), { type: 'session', id: sessionId }],
        codes: { sessionsEnded: 1 },
      },
    }
  },
})

/** Ends every session of the officer but this one, as after a desk was left open somewhere. */
export const endOtherSessions = defineCommand({
  type: 'session.end-others',
  permission: 'self.enrol',
  stepUp: true,
  input: z.strictObject({}),
  execute: async (tx) => {
    const own = requireSignedIn(tx)
    const ended = await endSessions(tx, own.officerId, own.sessionId)
    return {
      result: { ended },
      event: { type: 'session.own-ended', subjects: ownSubjects(own), codes: { sessionsEnded: ended } },
    }
  },
})
