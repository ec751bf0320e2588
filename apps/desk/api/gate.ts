import { createStore } from '../app-store.ts'

/** Whether the server takes requests of this desk: `locked` asks for the PIN, `ended` for a new sign-in. */
export type GateState = 'open' | 'locked' | 'ended'

export const gate = createStore<GateState>('open')

/** Resolves when the gate is open. What was asked while it was shut goes on from there: nothing typed is lost. */
export function gateOpen(): Promise<void> {
  if (gate.get() === 'open') return Promise.resolve()
  return new Promise((resolve) => {
    const stop = gate.subscribe(() => {
      if (gate.get() !== 'open') return
      stop()
      resolve()
    })
  })
}
