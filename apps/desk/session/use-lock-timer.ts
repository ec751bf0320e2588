import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { gate } from '../api/gate.ts'
import { useStore } from '../app-store.ts'
import { followLock, lockDue, secondsToLock } from './lock-due.ts'
import { meQuery } from './me.tsx'

const warnSeconds = 30

/** Locks when the server's time is up, and gives the seconds left shortly before; undefined while there is time. */
export function useLockTimer(lock: () => void): number | undefined {
  const client = useQueryClient()
  const due = useStore(lockDue)
  const state = useStore(gate)
  const [warning, warn] = useState<{ readonly due: number; readonly seconds: number }>()
  useEffect(() => {
    if (due === null || state !== 'open') return undefined
    let timer: ReturnType<typeof setTimeout>
    const isOver = async (): Promise<void> => {
      // The officer may be at work in another window of this desk.
      const me = await client.fetchQuery({ ...meQuery, staleTime: 0, retry: false }).catch(() => undefined)
      if (me && me.state !== 'locked' && (me.locksInSeconds === null || me.locksInSeconds > 2))
        followLock(me.locksInSeconds)
      else lock()
    }
    const look = (): void => {
      const seconds = secondsToLock() ?? 0
      if (seconds <= warnSeconds) warn({ due, seconds })
      if (seconds === 0) void isOver()
      else timer = setTimeout(look, seconds > warnSeconds ? (seconds - warnSeconds) * 1000 : 1000)
    }
    timer = setTimeout(look, 0)
    return () => clearTimeout(timer)
  }, [due, state, client, lock])
  // A sign of life moves the end: what was said of the earlier one no longer holds.
  return warning && warning.due === due ? warning.seconds : undefined
}
