import type { Kept, Refusal } from './kept.ts'

/** Where commands lie until the server has them. What `put` acknowledged survives the end of the program. */
export interface KeptStore {
  list(): Promise<readonly Kept[]>
  put(kept: Kept): Promise<void>
  remove(id: string): Promise<void>
}

export type Outcome =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No answer, or one that says to come again: whether it was carried out is not known. */
  | { readonly kind: 'unknown' }

export interface QueueParts {
  readonly store: KeptStore
  /** Sends one command under its id. Does not throw. */
  readonly send: (kept: Kept) => Promise<Outcome>
  /** Called with what changed: on this computer (`items`, `sending`), and for each answer. */
  readonly onChange: (items: readonly Kept[], sending: string | undefined) => void
  readonly onAnswer: (kept: Kept, outcome: Exclude<Outcome, { kind: 'unknown' }>) => void
}

/** The commands of one officer at this computer, in the order in which they were given. */
export interface Queue {
  /** Reads what is kept; to be called first, and after another window changed something. */
  load(): Promise<void>
  items(): readonly Kept[]
  /** Resolves when the command is safe on this computer. */
  add(command: Omit<Kept, 'place' | 'refusal'>): Promise<Kept>
  /** Sends what waits, one by one, until all is answered (`empty`) or the line is found down (`cut`). */
  flush(): Promise<'empty' | 'cut'>
  /** Gives a refused command another payload, or none to try it as it is. It keeps its key: should the server have it after all, it says so. */
  mend(id: string, payload?: Kept['payload']): Promise<void>
  /** Throws a command away; the answer can be given back to `restore`. Not while it is on its way. */
  drop(id: string): Promise<Kept | undefined>
  restore(kept: Kept): Promise<void>
}

export function createQueue({ store, send, onChange, onAnswer }: QueueParts): Queue {
  let items: readonly Kept[] = []
  let sending: string | undefined
  let flushing: Promise<'empty' | 'cut'> | undefined

  const show = (next: readonly Kept[]): void => {
    items = next.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    onChange(items, sending)
  }
  const replace = async (kept: Kept): Promise<void> => {
    await store.put(kept)
    show([...items.filter(({ id }) => id !== kept.id), kept])
  }
  const forget = async (id: string): Promise<void> => {
    await store.remove(id)
    show(items.filter((each) => each.id !== id))
  }

  const sendAll = async (): Promise<'empty' | 'cut'> => {
    for (;;) {
      const next = items.find(({ refusal }) => refusal === null)
      if (!next) return 'empty'
      sending = next.id
      onChange(items, sending)
      const outcome = await send(next).finally(() => {
        sending = undefined
      })
      switch (outcome.kind) {
        case 'unknown':
          onChange(items, sending)
          return 'cut'
        case 'done':
          await forget(next.id)
          onAnswer(next, outcome)
          break
        case 'refused':
          await replace({ ...next, refusal: outcome.refusal })
          onAnswer(next, outcome)
          break
      }
    }
  }

  return {
    load: async () => show(await store.list()),
    items: () => items,
    add: async (command) => {
      const kept: Kept = { ...command, place: (items.at(-1)?.place ?? 0) + 1, refusal: null }
      await replace(kept)
      return kept
    },
    flush: () => {
      flushing ??= sendAll().finally(() => {
        flushing = undefined
      })
      return flushing
    },
    mend: async (id, payload) => {
      const kept = items.find((each) => each.id === id)
      if (kept && sending !== id) await replace({ ...kept, payload: payload ?? kept.payload, refusal: null })
    },
    drop: async (id) => {
      const kept = items.find((each) => each.id === id)
      if (!kept || sending === id) return undefined
      await forget(id)
      return kept
    },
    restore: replace,
  }
}
