import { useQueryClient } from '@tanstack/react-query'
import { v7 as uuidv7 } from 'uuid'
import { call } from '../api/http.ts'
import { gate } from '../api/gate.ts'
import { forgetMe } from './remembered.ts'

/** Locks the desk at once; the server locks it too, and does by itself where this message is lost. */
export function useLock(): () => void {
  return lockDesk
}

function lockDesk(): void {
  gate.set('locked')
  call({ method: 'POST', path: '/session/lock', key: uuidv7(), body: {}, passesGate: true }).catch(() => undefined)
}

/** Ends the session and forgets what was read in it. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  return () => {
    forgetMe()
    call({ method: 'DELETE', path: '/session', passesGate: true })
      .catch(() => undefined)
      .finally(() => {
        client.clear()
        window.location.assign('/')
      })
  }
}
