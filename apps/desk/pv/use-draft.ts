import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { type PvContent, pvContentSchema } from '#contracts/documents/content.ts'
import { draftSchema, penSchema, saveDraftAnswer } from '#contracts/documents/draft.ts'
import { ApiFailure, LineDown, isCode } from '../api/api-failure.ts'
import { callFor } from '../api/http.ts'
import { whileSaving } from '../api/line.ts'
import { read } from '../api/queries.ts'
import type { SaveState } from '../design/saved-at.tsx'
import { dropDraft, findDraft, keepDraft } from '../drafts.ts'
import { useMe } from '../session/me.tsx'
import { writerOfWindow } from './writer.ts'

const pause = 600
const retryAfter = 2_000
const keptSchema = z.object({ seq: z.int(), content: pvContentSchema })

export interface DraftHandle {
  readonly draft: z.output<typeof draftSchema> | undefined
  readonly content: PvContent | undefined
  readonly error: unknown
  readonly saved: SaveState
  /** Another window has the pen; what is typed here is kept aside. */
  readonly heldElsewhere: boolean
  readonly change: (edit: (content: PvContent) => PvContent) => void
  readonly takePen: (force: boolean) => Promise<void>
  /** Resolves with the number of the save when everything typed is on the server. */
  readonly flush: () => Promise<number>
  /** To be called when the draft has become a PV. */
  readonly forget: () => Promise<void>
}

function isPassing(failure: unknown): boolean {
  return (
    failure instanceof LineDown || (failure instanceof ApiFailure && (failure.status >= 500 || failure.status === 429))
  )
}

/**
 * A draft being written. Every keystroke goes into this computer's store at once and to the server half a second later;
 * while the line is down only the first happens, and the second is made up for when it is back.
 */
export function useDraft(draftId: string): DraftHandle {
  const { officer } = useMe()
  const name = `pv:${officer.id}:${draftId}`
  const query = useQuery({ ...read(`/drafts/${draftId}`, draftSchema), staleTime: Number.POSITIVE_INFINITY })
  const [content, setContent] = useState<PvContent>()
  const [error, setError] = useState<unknown>()
  const [saved, setSaved] = useState<SaveState>({ kind: 'none' })
  const [heldElsewhere, setHeldElsewhere] = useState(false)
  // What the timer sends: always the newest, whatever has been rendered.
  const work = useRef<{ content?: PvContent; seq: number; stored: number; busy?: Promise<void> | undefined }>({
    seq: 0,
    stored: 0,
  })
  const timer = useRef<number | undefined>(undefined)

  const send = useCallback(async (): Promise<void> => {
    const now = work.current
    if (now.busy) return now.busy
    const run = async (): Promise<void> => {
      while (now.content !== undefined && now.stored < now.seq) {
        const { seq, content: text } = now
        try {
          const answer = await whileSaving(() =>
            callFor(
              {
                method: 'PUT',
                path: `/drafts/${draftId}`,
                body: { writer: writerOfWindow(), seq, baseSeq: now.stored, content: text },
              },
              saveDraftAnswer,
            ),
          )
          setHeldElsewhere(answer.outcome === 'kept-aside')
          if (answer.outcome === 'kept-aside') return
          now.stored = Math.max(seq, answer.seq)
          setSaved({ kind: 'saved', at: new Date(answer.savedAt) })
        } catch (failure) {
          // What passes by itself is tried again; what the text itself causes is told, and waits for the next keystroke.
          if (!isPassing(failure)) {
            setError(failure)
            return
          }
          setSaved({ kind: 'here', at: new Date() })
          await new Promise((resolve) => setTimeout(resolve, retryAfter))
        }
      }
    }
    now.busy = run().finally(() => {
      now.busy = undefined
    })
    return now.busy
  }, [draftId])

  const takePen = useCallback(
    async (force: boolean): Promise<void> => {
      try {
        const path = `/drafts/${draftId}/pen`
        const pen = await callFor({ method: 'POST', path, body: { writer: writerOfWindow(), force } }, penSchema)
        const kept = keptSchema.safeParse(await findDraft(name))
        const mine = kept.success && kept.data.seq > pen.seq ? kept.data : pen
        work.current = { content: mine.content, seq: mine.seq, stored: pen.seq }
        setContent(mine.content)
        setHeldElsewhere(false)
        setError(undefined)
        void send()
      } catch (failure) {
        if (isCode(failure, 'DRAFT_HELD_ELSEWHERE')) setHeldElsewhere(true)
        else setError(failure)
      }
    },
    [draftId, name, send],
  )

  const loaded = query.data !== undefined
  useEffect(() => {
    if (loaded) void Promise.resolve(false).then(takePen)
  }, [loaded, takePen])
  useEffect(() => () => clearTimeout(timer.current), [])

  const change = useCallback(
    (edit: (before: PvContent) => PvContent): void => {
      const now = work.current
      if (now.content === undefined) return
      now.content = edit(now.content)
      now.seq += 1
      setContent(now.content)
      setSaved((before) => (before.kind === 'here' ? before : { kind: 'saving' }))
      void keepDraft(name, { seq: now.seq, content: now.content })
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void send(), pause)
    },
    [name, send],
  )

  return {
    draft: query.data,
    content: content ?? query.data?.content,
    error: query.error ?? error,
    saved,
    heldElsewhere,
    change,
    takePen,
    flush: async () => {
      clearTimeout(timer.current)
      await send()
      return work.current.stored
    },
    forget: () => dropDraft(name),
  }
}
