import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { pulseSchema } from '#contracts/custody/custody.ts'
import { read } from '../api/queries.ts'

/**
 * Looks again once something changed of the people held. Each look is recorded, so a screen that stands open asks for a
 * sign that says nothing of anyone, and looks only where it differs. Answers when it last heard the server, in milliseconds.
 */
export function usePulse(of: { readonly placeId?: string; readonly custodyId?: string }, look: () => unknown): number {
  const { data, dataUpdatedAt } = useQuery({
    ...read('/custody-pulse', pulseSchema, { query: of }),
    refetchInterval: 5000,
    // A board hangs on a wall: nobody brings the window to the front.
    refetchIntervalInBackground: true,
  })
  const last = useRef<string>(undefined)
  const pulse = data?.pulse
  useEffect(() => {
    if (last.current !== undefined && pulse !== undefined && pulse !== last.current) look()
    last.current = pulse ?? last.current
  }, [pulse, look])
  return dataUpdatedAt
}
