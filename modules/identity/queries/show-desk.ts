import { defineQuery } from '#platform/commands/types.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { requireSignedIn } from '../session-store.ts'
import { showSession } from './show-session.ts'

/** The session as its desk needs it: with the key to what the desk keeps for this officer, while it is open. A wall keeps nothing. */
export function showDesk({ vault }: Pick<IdentityDeps, 'vault'>) {
  return defineQuery({
    ...showSession,
    execute: async (tx, input) => {
      const { result } = await showSession.execute(tx, input)
      const { officerId } = requireSignedIn(tx)
      return {
        result: {
          ...result,
          deskKey:
            result.state === 'open' && result.wall === null
              ? vault.derive(`desk:${officerId}`).toString('base64')
              : null,
        },
      }
    },
  })
}
