import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { PvContent } from '#contracts/documents/content.ts'
import { draftSchema, penSchema, saveDraftAnswer } from '#contracts/documents/draft.ts'
import { callFor } from '../api/http.ts'
import { whileSaving } from '../api/line.ts'
import { read } from '../api/queries.ts'
import { useStore } from '../app-store.ts'
import { dropDraft, keepDraft, listDrafts } from '../drafts.ts'
import { useMe } from '../session/me.tsx'
import { type DraftGround, type DraftState, type DraftWriter, createDraftWriter } from './draft-writer.ts'
import { claimWriter } from './writer-lock.ts'

export interface DraftHandle extends Pick<DraftWriter, 'change' | 'takePen' | 'flush' | 'forget'> {
  readonly draft: z.output<typeof draftSchema> | undefined
  readonly content: PvContent | undefined
  readonly phase: DraftState['phase']
  readonly error: unknown
  readonly saved: DraftState['saved']
  /** How often a text of this window was put aside. */
  readonly putAside: number
}

// Where a page is left and entered again at once, the second writer begins when the first has ended.
const ending = new Map<string, Promise<void>>()

/** The draft of that id, and the hand of this window on it (draft-writer.ts). */
export function useDraft(draftId: string): DraftHandle {
  const { officer } = useMe()
  const client = useQueryClient()
  const query = useQuery({ ...read(`/drafts/${draftId}`, draftSchema), staleTime: Number.POSITIVE_INFINITY })
  const name = `pv:${officer.id}:${draftId}:`
  const [writer] = useState(() => createDraftWriter(groundOf(draftId, name)))
  const { phase, content, saved, error, putAside } = useStore(writer.state)

  const loaded = query.data !== undefined
  useEffect(() => {
    if (!loaded) return undefined
    void (ending.get(name) ?? Promise.resolve()).then(writer.open)
    const leave = (): void => {
      if (document.visibilityState === 'hidden') void writer.send()
    }
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      const end = writer.close().finally(() => {
        if (ending.get(name) === end) ending.delete(name)
      })
      ending.set(name, end)
    }
  }, [loaded, name, writer])
  useEffect(() => {
    if (putAside > 0) void client.invalidateQueries({ queryKey: [`/drafts/${draftId}`] })
  }, [putAside, client, draftId])

  return {
    draft: query.data,
    content: content ?? query.data?.content,
    phase,
    error: query.error ?? error,
    saved,
    putAside,
    change: writer.change,
    takePen: writer.takePen,
    flush: writer.flush,
    forget: writer.forget,
  }
}

function groundOf(draftId: string, name: string): DraftGround {
  const path = `/drafts/${draftId}`
  return {
    // What was typed is taken behind the curtain of a locked desk too.
    save: (body) =>
      whileSaving(() => callFor({ method: 'PUT', path, body, passesGate: 'while-locked' }, saveDraftAnswer)),
    takePen: (body) => callFor({ method: 'POST', path: `${path}/pen`, body }, penSchema),
    listKept: () => listDrafts(name),
    keep: (writer, kept) => keepDraft(name + writer, kept),
    drop: (writer) => dropDraft(name + writer),
    claim: claimWriter,
    newWriter: uuidv7,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => new Date(),
  }
}
