import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { refused } from '../sign-in-answers.ts'

/** Puts down that a sign-in through the provider came to nothing before anybody was known. */
export const refuseVouchedSession = defineCommand({
  type: 'session.refuse-vouched',
  permission: 'session.open',
  input: z.strictObject({ provider: z.string(), reason: z.string(), fault: z.string().nullable() }),
  execute: async (_tx, { provider, reason, fault }) => ({
    result: null,
    event: refused(undefined, reason, { way: 'provider', provider, fault }).event,
  }),
})
