import { useEffect } from 'react'
import { createStore } from '../app-store.ts'

/** True while a page that hangs on a wall takes the whole window; keys, curtain and alarms stay. */
export const bareFrame = createStore(false)

/** Gives the page the whole window as long as it is shown. */
export function useBareFrame(): void {
  useEffect(() => {
    bareFrame.set(true)
    return () => bareFrame.set(false)
  }, [])
}
