import { type SessionAnswer, sessionAnswer } from '#contracts/identity/session.ts'
import { gate } from '../api/gate.ts'

const storageKey = 'daira.session'

/**
 * Who sits at this window, for a reload while the server does not answer. It ends with the window and with the session,
 * and opens nothing: the server knows the session by its cookie, and behind a curtain the key is gone from here too.
 */
export function rememberMe(me: SessionAnswer): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(me))
  } catch {
    // A forbidden storage costs the reload without a server, nothing else.
  }
}

export function forgetMe(): void {
  try {
    sessionStorage.removeItem(storageKey)
  } catch {
    // As above.
  }
}

/** The officer as last told by the server; undefined where it never was in this window, or the session has ended. */
export function rememberedMe(now: Date = new Date()): SessionAnswer | undefined {
  try {
    const me = sessionAnswer.parse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'))
    return new Date(me.endsAt) > now ? me : undefined
  } catch {
    return undefined
  }
}

gate.subscribe(() => {
  const state = gate.get()
  if (state === 'ended') forgetMe()
  const me = state === 'locked' ? rememberedMe() : undefined
  if (me) rememberMe({ ...me, state: 'locked', deskKey: null })
})
