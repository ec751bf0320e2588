import { useEffect } from 'react'
import { presenceAnswer } from '#contracts/identity/session.ts'
import { gate } from '../api/gate.ts'
import { callFor } from '../api/http.ts'
import { followLock, secondsToLock } from './lock-due.ts'

const every = 30_000
/** So near the lock a sign is told at once. */
const soonSeconds = 45
/** A page that was left open is no hearing any more. */
const hearingMinutes = 45

let toldAt = Number.NEGATIVE_INFINITY
let signAt = Number.NEGATIVE_INFINITY

async function tell(): Promise<void> {
  if (gate.get() !== 'open') return
  toldAt = performance.now()
  const answer = await callFor({ method: 'POST', path: '/session/presence', passesGate: true }, presenceAnswer)
  if (answer.locked) gate.set('locked')
  followLock(answer.locksInSeconds)
}

function tellQuietly(): void {
  // A lost ping costs nothing: the next sign of life sends another.
  tell().catch(() => undefined)
}

/** Tells the server, about twice a minute, that the officer is really here: moved, typed or scrolled since. */
export function usePresence(): void {
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined
    const tellAtLast = (): void => {
      later = undefined
      tellQuietly()
    }
    const seen = (): void => {
      signAt = performance.now()
      const wait = (secondsToLock() ?? Infinity) <= soonSeconds ? 1000 : every
      const since = performance.now() - toldAt
      if (since >= wait) tellQuietly()
      // The last sign before the officer gets up counts, not the first of that half minute.
      else later ??= setTimeout(tellAtLast, wait - since)
    }
    seen()
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, seen, { passive: true })
    return () => {
      clearTimeout(later)
      for (const sign of signs) window.removeEventListener(sign, seen)
    }
  }, [])
}

/**
 * Keeps the desk open while an officer hears somebody or reads a hearing back and touches nothing: for as long as the
 * page that uses it is looked at and `active`, at most three quarters of an hour after the last key or movement.
 */
export function useHearingPresence(active = true): void {
  useEffect(() => {
    if (!active) return undefined
    const timer = setInterval(() => {
      const isAlive = performance.now() - signAt < hearingMinutes * 60_000
      if (isAlive && document.visibilityState === 'visible' && performance.now() - toldAt >= every - 1000) tellQuietly()
    }, every)
    return () => clearInterval(timer)
  }, [active])
}
