import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { pulseSchema } from '#contracts/custody/custody.ts'
import { ApiFailure } from '../api/api-failure.ts'
import { read } from '../api/queries.ts'

export interface Pulse {
  /** When the server was last heard, in milliseconds. */
  readonly heardAt: number
  /** Why the server no longer tells, where it said so. */
  readonly refused: ApiFailure | undefined
}

/**
 * Looks again once something changed of the people held. Each look is recorded, so a screen that stands open asks for a
 * sign that says nothing of anyone, and looks only where it differs. Of everyone in reach, one person held, or one board.
 */
export function usePulse(of: { readonly placeId?: string; readonly custodyId?: string }, look: () => unknown): Pulse {
  const { data, dataUpdatedAt, error } = useQuery({
    ...(of.placeId === undefined
      ? read('/custody-pulse', pulseSchema, { query: { custodyId: of.custodyId } })
      : read(`/custody-places/${of.placeId}/pulse`, pulseSchema)),
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
  return { heardAt: dataUpdatedAt, refused: error instanceof ApiFailure ? error : undefined }
}
