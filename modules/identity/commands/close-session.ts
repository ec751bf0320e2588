import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { ownSubjects, requireSignedIn } from '../session-store.ts'

/** Signs out. */
export const closeSession = defineCommand({
  type: 'session.close',
  permission: 'self.sign-out',
  input: z.strictObject({}),
  execute: async (tx) => {
    const own = requireSignedIn(tx)
    await tx
      .tables<IdentityTables>()
      .updateTable('identity.session')
      .set({ ended_at: tx.now })
      .where('id', '=', own.sessionId)
      .execute()
    return { result: { closed: true }, event: { type: 'session.closed', subjects: ownSubjects(own) } }
  },
})
