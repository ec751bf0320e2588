import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { LineDown, isCode } from '../api/api-failure.ts'
import { gate } from '../api/gate.ts'
import { call } from '../api/http.ts'
import { line } from '../api/line.ts'
import { useStore } from '../app-store.ts'

const tryEvery = 3_000
/** So long a PIN that was typed while the line is down waits for it; an officer who left is not let in afterwards. */
const pinWaits = 120_000

interface Asked {
  readonly pin: string
  /** One key for one PIN typed: an answer that was lost is not a second wrong try. */
  readonly key: string
  readonly at: number
}

export interface Unlocking {
  /** The line is down: only the server knows the PIN, so nothing opens before it answers. */
  readonly down: boolean
  /** A PIN was typed and is tried by itself when the line is back. */
  readonly waiting: boolean
  readonly busy: boolean
  readonly failure: unknown
  readonly unlock: (pin: string) => Promise<void>
  readonly forget: () => void
}

/**
 * Opens a locked desk by the PIN, as the server judges it. While the line is down it keeps trying, with the PIN where one
 * was typed, else with the lock itself, which the server may not have heard of (ADR 9).
 */
export function useUnlock(locked: boolean): Unlocking {
  const { online } = useStore(line)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const asked = useRef<Asked>(undefined)
  const forget = useCallback((): void => {
    asked.current = undefined
    setWaiting(false)
  }, [])
  const attempt = useCallback(async (): Promise<void> => {
    const { pin, key } = asked.current ?? {}
    if (pin === undefined) return
    setBusy(true)
    setFailure(undefined)
    try {
      await call({ method: 'POST', path: '/session/unlock', key, body: { pin }, passesGate: true })
      forget()
      gate.set('open')
    } catch (error) {
      if (error instanceof LineDown) setWaiting(asked.current !== undefined)
      else {
        forget()
        if (isCode(error, 'SIGN_IN_NEEDED')) gate.set('ended')
        else setFailure(error)
      }
    } finally {
      setBusy(false)
    }
  }, [forget])
  useEffect(() => {
    if (!locked || online) return undefined
    const lockKey = uuidv7()
    const timer = setInterval(() => {
      if (asked.current && performance.now() - asked.current.at > pinWaits) forget()
      if (asked.current) void attempt()
      else
        call({ method: 'POST', path: '/session/lock', key: lockKey, body: {}, passesGate: true }).catch(
          (error: unknown) => {
            if (isCode(error, 'SIGN_IN_NEEDED')) gate.set('ended')
          },
        )
    }, tryEvery)
    return () => clearInterval(timer)
  }, [locked, online, attempt, forget])
  return {
    down: !online,
    waiting,
    busy,
    failure,
    unlock: (pin) => {
      asked.current = { pin, key: uuidv7(), at: performance.now() }
      return attempt()
    },
    forget,
  }
}
