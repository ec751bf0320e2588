import { useEffect, useState } from 'react'
import { serverAhead } from '../api/server-clock.ts'

/** The hour by the server's clock, in milliseconds. */
export const serverNow = (): number => Date.now() + (serverAhead.get() ?? 0)

/** The hour by the server's clock in milliseconds, told anew every second or as often as asked. */
export function useNow(every = 1_000): number {
  const [at, setAt] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setAt(serverNow()), every)
    return () => clearInterval(timer)
  }, [every])
  return at
}
