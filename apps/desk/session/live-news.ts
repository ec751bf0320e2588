import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { gate } from '../api/gate.ts'
import { useStore } from '../app-store.ts'

/** Listens for signs of news and reads the notices again; the sign itself carries nothing. */
export function useLiveNews(): void {
  const client = useQueryClient()
  const state = useStore(gate)
  useEffect(() => {
    if (state !== 'open') return undefined
    const source = new EventSource('/api/live')
    // What an alarm of custody tells comes as a notice: the banner is read again with the bell.
    const reread = (): void => {
      for (const queryKey of [['/notices'], ['/notices/count'], ['/custody-alarms']])
        void client.invalidateQueries({ queryKey })
    }
    source.addEventListener('news', reread)
    source.addEventListener('ready', reread)
    return () => source.close()
  }, [client, state])
}
