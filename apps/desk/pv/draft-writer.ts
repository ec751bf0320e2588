import { z } from 'zod'
import { type PvContent, pvContentSchema } from '#contracts/documents/content.ts'
import type { penSchema, saveDraftAnswer, saveDraftBody, takePenBody } from '#contracts/documents/draft.ts'
import { ApiFailure, LineDown, isCode } from '../api/api-failure.ts'
import { type Store, createStore } from '../app-store.ts'
import type { SaveState } from '../design/saved-at.tsx'
import type { WriterClaim } from './writer-lock.ts'

const pause = 600
const retryAfter = 2_000

/** What a window keeps on this computer: up to where the server has its text, and the text itself where it has not. */
const keptSchema = z.object({
  writer: z.string(),
  base: z.int(),
  seq: z.int(),
  content: pvContentSchema.optional(),
})
type Kept = z.output<typeof keptSchema>

/** What a writer stands on; the browser's parts in the desk, others in tests. */
export interface DraftGround {
  save(body: z.input<typeof saveDraftBody>): Promise<z.output<typeof saveDraftAnswer>>
  takePen(body: z.input<typeof takePenBody>): Promise<z.output<typeof penSchema>>
  /** What windows of this officer kept of this draft on this computer. */
  listKept(): Promise<readonly unknown[]>
  keep(writer: string, kept: unknown): Promise<void>
  drop(writer: string): Promise<void>
  claim(writer: string): Promise<WriterClaim | undefined>
  newWriter(): string
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
  now(): Date
}

export interface DraftState {
  /**
   * opening: the pen is being asked for; writing; held: another window has the pen and this one only shows;
   * parted: another window took the pen meanwhile, and what is typed here is kept aside.
   */
  readonly phase: 'opening' | 'writing' | 'held' | 'parted'
  readonly content: PvContent | undefined
  readonly saved: SaveState
  readonly error: unknown
  /** Grows whenever a text was put aside on the server, so that the list of those is read again. */
  readonly putAside: number
}

export interface DraftWriter {
  readonly state: Store<DraftState>
  readonly open: () => Promise<void>
  readonly change: (edit: (content: PvContent) => PvContent) => void
  /** Goes on here, whoever has the pen. What two windows wrote apart is both kept. */
  readonly takePen: () => Promise<void>
  /** Sends what is typed without waiting for a pause. */
  readonly send: () => Promise<void>
  /** The number of the save that holds everything typed. Rejects where the server has not got it. */
  readonly flush: () => Promise<number>
  /** The draft has become a PV or is gone: nothing more is kept of it here. */
  readonly forget: () => Promise<void>
  /** Sends what was typed a moment ago, once, and frees the name for the window that comes after. */
  readonly close: () => Promise<void>
}

/** What passes by itself is tried again. */
function isPassing(failure: unknown): boolean {
  return (
    failure instanceof LineDown || (failure instanceof ApiFailure && (failure.status >= 500 || failure.status === 429))
  )
}

/**
 * Writes one draft from one window. Every keystroke is kept on this computer at once and goes to the server half a second
 * later; while the line is down only the first happens, and the second is made up for when it is back. The server
 * judges every save by the text it goes on from (modules/documents/domain/lease.ts): what two windows wrote apart is
 * never mixed, the later one is put aside.
 */
export function createDraftWriter(ground: DraftGround): DraftWriter {
  const state = createStore<DraftState>({
    phase: 'opening',
    content: undefined,
    saved: { kind: 'none' },
    error: undefined,
    putAside: 0,
  })
  const set = (change: Partial<DraftState>): void => state.set((before) => ({ ...before, ...change }))
  let claim: WriterClaim | undefined
  let content: PvContent | undefined
  /** Up to which save the server has it; the last one typed; the last one it put aside. */
  let base = 0
  let seq = 0
  let asideSeq = 0
  let busy: Promise<void> | undefined
  let closed = false
  let waitingFor = 0
  let keeping: Promise<unknown> = Promise.resolve()

  const writer = (): string => {
    if (!claim) throw new Error('the writer has no name yet')
    return claim.writer
  }
  // Not one after the other: the store keeps the order itself, and a window that is closed may not come to the second.
  const keep = async (): Promise<void> => {
    const name = writer()
    const kept: Kept = { writer: name, base, seq, content: seq > base ? content : undefined }
    const done = ground.keep(name, kept).catch((failure: unknown) => set({ error: failure }))
    keeping = Promise.all([keeping, done])
    await done
  }
  const claimNew = async (): Promise<void> => {
    const next = await ground.claim(ground.newWriter())
    if (!next) throw new Error('a new name of a writer is taken')
    claim = next
  }
  const adopt = (pen: z.output<typeof penSchema>): void => {
    content = pen.content
    base = pen.seq
    seq = pen.seq
    asideSeq = 0
  }

  /** Repeats what the line cut off; throws what the server refuses. */
  async function persist<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work()
      } catch (failure) {
        if (!isPassing(failure) || closed) throw failure
        set({ saved: { kind: 'here', at: ground.now() } })
        await ground.wait(retryAfter)
        if (closed) throw failure
      }
    }
  }

  /** Finds what a window that is gone left on this computer, and takes its name. Answers with what is left besides. */
  async function inherit(): Promise<readonly Kept[]> {
    const others: Kept[] = []
    const known = (await ground.listKept()).flatMap((each) => keptSchema.safeParse(each).data ?? [])
    // Unsent words first: they are the ones that somebody is waiting for.
    for (const kept of known.toSorted((a, b) => Number(!a.content) - Number(!b.content))) {
      const taken = await ground.claim(kept.writer)
      if (!taken) continue
      if (claim) {
        if (kept.content) others.push(kept)
        else await ground.drop(kept.writer)
        taken.release()
        continue
      }
      claim = taken
      base = kept.base
      seq = kept.seq
      content = kept.content
    }
    if (!claim) await claimNew()
    return others
  }

  /** Hands the server what is kept of a text: it becomes the draft where nothing came between, else it is put aside. */
  async function handIn({ writer: by, seq: last, base: from, content: text }: Kept): Promise<void> {
    if (!text) return
    const { outcome } = await persist(() => ground.save({ writer: by, seq: last, baseSeq: from, content: text }))
    if (outcome === 'kept-aside') set({ putAside: state.get().putAside + 1 })
  }

  /** Takes the pen and makes the text of this window and that of the server one, or puts this window's aside. */
  async function begin(force: boolean): Promise<void> {
    const pen = await persist(() => ground.takePen({ writer: writer(), force }))
    if (content === undefined || seq <= base) adopt(pen)
    else {
      const mine = { seq, content }
      const answer = await persist(() =>
        ground.save({ writer: writer(), seq: mine.seq, baseSeq: base, content: mine.content }),
      )
      if (answer.outcome === 'kept-aside') {
        // From here on it is another text, under another name: the copy that was put aside stays as it is.
        const parted = writer()
        claim?.release()
        await claimNew()
        set({ putAside: state.get().putAside + 1 })
        adopt(await persist(() => ground.takePen({ writer: writer(), force: true })))
        await ground.drop(parted)
      } else {
        base = Math.max(mine.seq, answer.seq)
        seq = Math.max(seq, base)
        set({ saved: { kind: 'saved', at: new Date(answer.savedAt) } })
      }
    }
    await keep()
    set({ phase: 'writing', content, error: undefined })
  }

  async function open(): Promise<void> {
    try {
      const left = await inherit()
      if (closed) {
        claim?.release()
        return
      }
      for (const each of left) {
        await handIn(each)
        await ground.drop(each.writer)
      }
      try {
        await begin(false)
      } catch (failure) {
        if (!isCode(failure, 'DRAFT_HELD_ELSEWHERE')) throw failure
        if (seq > base) await handIn({ writer: writer(), seq, base, content })
        set({ phase: 'held' })
      }
    } catch (failure) {
      if (!closed) set({ error: failure })
    }
  }

  function send(): Promise<void> {
    busy ??= sendAll().finally(() => {
      busy = undefined
    })
    return busy
  }

  async function sendAll(): Promise<void> {
    while (content !== undefined && base < seq && asideSeq < seq) {
      const sent = { seq, content }
      try {
        const answer = await persist(() =>
          ground.save({ writer: writer(), seq: sent.seq, baseSeq: base, content: sent.content }),
        )
        if (answer.outcome === 'kept-aside') {
          asideSeq = sent.seq
          set({ phase: 'parted', putAside: state.get().putAside + 1 })
          continue
        }
        base = Math.max(sent.seq, answer.seq)
        seq = Math.max(seq, base)
        set({ saved: { kind: 'saved', at: new Date(answer.savedAt) }, error: undefined })
        await keep()
      } catch (failure) {
        // What the text itself causes is told, and waits for the next keystroke.
        if (!closed) set({ error: failure })
        return
      }
    }
  }

  function change(edit: (before: PvContent) => PvContent): void {
    const { phase } = state.get()
    if (content === undefined || (phase !== 'writing' && phase !== 'parted')) return
    content = edit(content)
    seq += 1
    set({ content, ...(state.get().saved.kind === 'here' ? {} : { saved: { kind: 'saving' } }) })
    void keep()
    waitingFor = seq
    void ground.wait(pause).then(() => (waitingFor === seq ? send() : undefined))
  }

  async function takePen(): Promise<void> {
    // Nothing can be typed until it is known whose text goes on.
    set({ phase: 'opening' })
    try {
      await busy
      await begin(true)
    } catch (failure) {
      set({ error: failure })
    }
  }

  return {
    state,
    open,
    change,
    takePen,
    send,
    flush: async () => {
      await send()
      await send()
      if (base === seq) return base
      const { error } = state.get()
      throw error instanceof Error ? error : new LineDown('the server has not got the text')
    },
    forget: async () => {
      await keeping
      if (claim) await ground.drop(claim.writer)
    },
    close: async () => {
      if (closed) return
      closed = true
      // Where the line is down the text stays on this computer, and the name is free at once.
      if (state.get().saved.kind !== 'here') await send()
      claim?.release()
    },
  }
}
