import { v7 as uuidv7 } from 'uuid'
import { gate } from '../api/gate.ts'
import { line } from '../api/line.ts'
import { serverAhead } from '../api/server-clock.ts'
import { createStore } from '../app-store.ts'
import { type OfficerStore, openKeptStore } from './kept-store.ts'
import type { Kept, KeptType, Refusal } from './kept.ts'
import { type Queue, createQueue } from './queue.ts'
import { sendKept } from './send-kept.ts'

/** What the server has meanwhile recorded of what was kept here. */
export interface Recorded {
  readonly kept: Kept
  readonly result: unknown
}

export interface OutboxState {
  readonly items: readonly Kept[]
  /** Id of the one that is on its way. */
  readonly sending: string | undefined
  /** What was recorded after waiting, in this window; the newest first. */
  readonly recorded: readonly Recorded[]
  /** How many lie here that cannot be read. */
  readonly unreadable: number
}

const nothing: OutboxState = { items: [], sending: undefined, recorded: [], unreadable: 0 }
export const outbox = createStore<OutboxState>(nothing)

/** What became of a command when the page that gave it hears of it. */
export type Given =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Safe on this computer; it goes when the line is back. */
  | { readonly kind: 'kept' }

interface Desk {
  readonly officerId: string
  readonly store: OfficerStore
  readonly queue: Queue
  /** Pages that still wait for an answer, by the id of their command. */
  readonly waiting: Map<string, (given: Given) => void>
  retry: number | undefined
  pause: number
}

let desk: Desk | undefined
const windows = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('daira-outbox')
const listeners = new Set<(recorded: Recorded, waited: boolean) => void>()
const shortestPause = 1_000
const longestPause = 8_000
// As long as an officer looks at a button before wondering.
const patience = 2_500

/** Opens what this officer has at this computer, and sends what waits. The same officer again changes nothing. */
export async function openOutbox(officerId: string, deskKey: string): Promise<void> {
  if (desk?.officerId === officerId) return
  closeOutbox()
  const store = await openKeptStore(officerId, deskKey)
  const waiting: Desk['waiting'] = new Map()
  const queue = createQueue({
    store,
    send: (kept) => sendKept(kept, officerId),
    onChange: (items, sending) => {
      if (desk?.officerId !== officerId) return
      outbox.set((before) => ({ ...before, items, sending }))
      showWaiting(desk)
    },
    onAnswer: (kept, outcome) => {
      windows?.postMessage('changed')
      const page = waiting.get(kept.id)
      page?.(outcome)
      if (outcome.kind !== 'done') return
      const recorded = { kept, result: outcome.result }
      if (!page) outbox.set((before) => ({ ...before, recorded: [recorded, ...before.recorded].slice(0, 20) }))
      for (const listener of listeners) listener(recorded, page === undefined)
    },
  })
  desk = { officerId, store, queue, waiting, retry: undefined, pause: shortestPause }
  await reload()
  void flush()
}

/** Forgets everything of the officer in this window; on the computer it stays. */
export function closeOutbox(): void {
  if (!desk) return
  window.clearTimeout(desk.retry)
  for (const page of desk.waiting.values()) page({ kind: 'kept' })
  desk = undefined
  outbox.set(nothing)
  line.set((before) => ({ ...before, waiting: 0 }))
}

/** Gives a command. It is first made safe on this computer, then sent behind whatever still waits. */
export async function give(
  type: KeptType,
  payload: Kept['payload'],
  as?: Pick<Kept, 'id' | 'occurredAt' | 'ahead'>,
): Promise<Given> {
  const mine = desk
  if (!mine) throw new Error('nobody is signed in')
  const command = as ?? { id: uuidv7(), occurredAt: new Date().toISOString(), ahead: serverAhead.get() ?? null }
  const heard = new Promise<Given>((resolve) => mine.waiting.set(command.id, resolve))
  await mine.queue.add({ ...command, type, version: 1, payload })
  let cut = !line.get().online
  void flush().then((end) => {
    cut &&= end === 'cut'
  })
  const since = Date.now()
  let watch: number | undefined
  const patient = new Promise<Given>((resolve) => {
    watch = window.setInterval(() => {
      if (!line.get().online && (cut || Date.now() - since > patience)) resolve({ kind: 'kept' })
    }, 200)
  })
  try {
    return await Promise.race([heard, patient])
  } finally {
    window.clearInterval(watch)
    mine.waiting.delete(command.id)
    showWaiting(mine)
  }
}

/** Sends what waits, now. */
export async function flush(): Promise<'empty' | 'cut'> {
  const mine = desk
  if (!mine || gate.get() !== 'open') return 'cut'
  window.clearTimeout(mine.retry)
  const end = await alone(async () => {
    await reload()
    return mine.queue.flush()
  })
  if (desk !== mine) return end
  if (end === 'empty') mine.pause = shortestPause
  else {
    window.clearTimeout(mine.retry)
    mine.retry = window.setTimeout(() => void flush(), mine.pause)
    mine.pause = Math.min(mine.pause * 2, longestPause)
  }
  return end
}

export async function mend(id: string, payload?: Kept['payload']): Promise<void> {
  await desk?.queue.mend(id, payload)
  windows?.postMessage('changed')
  await flush()
}

/** Throws a command away; gives what takes that back, or nothing where it was on its way already. */
export async function drop(id: string): Promise<(() => void) | undefined> {
  const mine = desk
  const kept = await mine?.queue.drop(id)
  if (!mine || !kept) return undefined
  windows?.postMessage('changed')
  return () => void mine.queue.restore(kept).then(() => flush())
}

/** Throws away what nobody can read any more. */
export async function dropUnreadable(): Promise<void> {
  const mine = desk
  if (!mine) return
  for (const id of mine.store.unreadable()) await mine.store.remove(id)
  await reload()
}

/** Hears of every command that the server has recorded; `waited` where it had been kept before. */
export function onRecorded(listener: (recorded: Recorded, waited: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// Of two windows one sends at a time; where the browser has no locks, the key alone keeps a command from being done twice.
function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks
  return locks === undefined ? work() : locks.request('daira-outbox', work)
}

async function reload(): Promise<void> {
  const mine = desk
  if (!mine) return
  await mine.queue.load()
  const unreadable = mine.store.unreadable().length
  outbox.set((before) => (before.unreadable === unreadable ? before : { ...before, unreadable }))
}

function showWaiting({ queue, waiting }: Desk): void {
  const count = queue.items().filter(({ id, refusal }) => refusal === null && !waiting.has(id)).length
  line.set((before) => (before.waiting === count ? before : { ...before, waiting: count }))
}

windows?.addEventListener('message', () => void reload())
gate.subscribe(() => {
  if (gate.get() === 'open') void flush()
})
line.subscribe(() => {
  const { online } = line.get()
  if (online && desk && desk.pause > shortestPause && desk.queue.items().length > 0) {
    desk.pause = shortestPause
    void flush()
  }
})
