import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import type { IdentityTables } from '../identity-tables.ts'

/** Removes challenges and half-finished sign-ins whose time is over. A job runs it each night. */
export const sweepChallenges = defineCommand({
  type: 'challenges.sweep',
  permission: 'job.identity.sweep-challenges',
  input: z.strictObject({}),
  execute: async (tx) => {
    const { numDeletedRows } = await tx
      .tables<IdentityTables>()
      .deleteFrom('identity.challenge')
      .where('expires_at', '<=', tx.now)
      .executeTakeFirstOrThrow()
    const removed = Number(numDeletedRows)
    return { result: { removed }, event: { type: 'challenges.swept', subjects: [], codes: { removed } } }
  },
})
