import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'

/** Who is at this screen; refuses where the session no longer holds. */
export const openLive = defineQuery({
  type: 'live.open',
  permission: 'self.live',
  input: z.strictObject({}),
  recorded: false,
  execute: (tx) => {
    const { officerId, sessionId } = tx.actor
    if (!officerId || !sessionId) throw platformErrors.fail('SIGN_IN_NEEDED')
    return Promise.resolve({ result: { officerId, sessionId } })
  },
})
