import { serverAhead } from '../api/server-clock.ts'
import { useStore } from '../app-store.ts'

// Less than this and the hours people write down are right anyway.
const worthSaying = 60_000

/** How wrong this computer's clock is, where that is worth saying; the server's clock counts. */
export function useClockError(): { readonly way: 'behind' | 'ahead'; readonly minutes: number } | undefined {
  const ahead = useStore(serverAhead)
  if (ahead === undefined || Math.abs(ahead) < worthSaying) return undefined
  return { way: ahead > 0 ? 'behind' : 'ahead', minutes: Math.round(Math.abs(ahead) / 60_000) }
}
