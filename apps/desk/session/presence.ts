import { useEffect } from 'react'
import { call } from '../api/http.ts'

const every = 30_000

/** Tells the server, at most twice a minute, that the officer is really here: moved, typed or scrolled just now. */
export function usePresence(): void {
  useEffect(() => {
    let toldAt = Date.now()
    const seen = (): void => {
      if (Date.now() - toldAt < every) return
      toldAt = Date.now()
      // A lost ping costs nothing: the next sign of life sends another.
      call({ method: 'POST', path: '/session/presence', passesGate: true }).catch(() => undefined)
    }
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, seen, { passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, seen)
    }
  }, [])
}
