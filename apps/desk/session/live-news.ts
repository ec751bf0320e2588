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
    const reread = (): void => void client.invalidateQueries({ queryKey: ['/notices'] })
    source.addEventListener('news', reread)
    source.addEventListener('ready', reread)
    return () => source.close()
  }, [client, state])
}
