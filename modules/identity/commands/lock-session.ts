import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { ownSubjects, requireSignedIn } from '../session-store.ts'

/** Locks the desk at once, as an officer does who gets up. */
export const lockSession = defineCommand({
  type: 'session.lock',
  permission: 'self.lock',
  input: z.strictObject({}),
  execute: async (tx) => {
    const own = requireSignedIn(tx)
    await tx
      .tables<IdentityTables>()
      .updateTable('identity.session')
      .set({ locked_at: tx.now })
      .where('id', '=', own.sessionId)
      .where('locked_at', 'is', null)
      .execute()
    return { result: { locked: true }, event: { type: 'session.locked', subjects: ownSubjects(own) } }
  },
})
