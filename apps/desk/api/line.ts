import { createStore } from '../app-store.ts'

/** How the desk stands to its server. */
export interface Line {
  readonly online: boolean
  /** Since when no answer has come, by this computer's clock. */
  readonly downSince: string | null
  /** Commands on their way. */
  readonly saving: number
  /** Commands kept on this computer until the line is back. */
  readonly waiting: number
}

export const line = createStore<Line>({ online: true, downSince: null, saving: 0, waiting: 0 })

export function setOnline(online: boolean): void {
  line.set((before) =>
    before.online === online ? before : { ...before, online, downSince: online ? null : new Date().toISOString() },
  )
}

export async function whileSaving<T>(work: () => Promise<T>): Promise<T> {
  line.set((before) => ({ ...before, saving: before.saving + 1 }))
  try {
    return await work()
  } finally {
    line.set((before) => ({ ...before, saving: before.saving - 1 }))
  }
}
