import { createStore } from '../app-store.ts'

/** How the desk stands to its server. */
export interface Line {
  readonly online: boolean
  /** Commands on their way. */
  readonly saving: number
  /** Commands kept on this computer until the line is back. */
  readonly waiting: number
}

export const line = createStore<Line>({ online: true, saving: 0, waiting: 0 })

export function setOnline(online: boolean): void {
  line.set((before) => (before.online === online ? before : { ...before, online }))
}

export async function whileSaving<T>(work: () => Promise<T>): Promise<T> {
  line.set((before) => ({ ...before, saving: before.saving + 1 }))
  try {
    return await work()
  } finally {
    line.set((before) => ({ ...before, saving: before.saving - 1 }))
  }
}
