import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { byServerClock } from '../api/server-clock.ts'
import { useStore } from '../app-store.ts'
import { dropDraft, findDraft, keepDraft } from '../drafts.ts'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import type { Kept } from '../outbox/kept.ts'
import { kinds } from '../outbox/kinds.ts'
import { outbox } from '../outbox/outbox.ts'
import { useKept } from '../outbox/use-kept.ts'
import { usePreferences } from '../preferences.ts'
import { useMe } from '../session/me.tsx'
import { formatWhen } from '../time/format-when.ts'
import { type LineDraft, asBody, draftSchema, emptyDraft } from './line-draft.ts'
import { LineForm } from './line-form.tsx'

/** Takes down who came or what arrived; or mends a kept line that the server did not accept. */
export function NewLinePage() {
  const { post = false, kept } = useSearch({ from: '/register/new' })
  const { items } = useStore(outbox)
  const mending = kept === undefined ? undefined : items.find(({ id }) => id === kept)
  return <LineWriter key={mending?.id ?? String(post)} post={post} mending={mending} />
}

/** What is typed is kept on this computer until the server has it. */
function LineWriter({ post, mending }: { readonly post: boolean; readonly mending: Kept | undefined }) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const navigate = useNavigate()
  const { officer } = useMe()
  // Mended apart from what is being written beside it.
  const name = `line:${officer.id}:${mending?.id ?? (post ? 'post' : 'desk')}`
  const [draft, setDraft] = useState<LineDraft>(() => draftOf(mending) ?? emptyDraft(post))
  const [form, setForm] = useState(() => uuidv7())
  const [found, setFound] = useState(false)
  const [keptAt, setKeptAt] = useState<string>()
  const { items } = useStore(outbox)
  const waits = items.some(({ type, refusal }) => type === 'register.record' && refusal === null)
  const touched = useRef(false)

  useEffect(() => {
    let here = true
    touched.current = false
    void findDraft(name).then((kept) => {
      const parsed = draftSchema.safeParse(kept)
      // Whoever types faster than the store answers keeps what was typed.
      if (!here || touched.current || !parsed.success) return
      setDraft(parsed.data)
      setFound(true)
      setForm(uuidv7())
    })
    return () => {
      here = false
    }
  }, [name])

  const record = useKept('register.record', {
    as: mending,
    onDone: (line) => {
      void dropDraft(name)
      tell(t('line.saved', { number: line.number }))
      void navigate({
        to: '/register/$lineId',
        params: { lineId: line.id },
        search: (before) => ({ view: before.view ?? 'day' }),
      })
    },
    // The next visitor is waiting: an empty form, and above it where the last line is.
    onKept: () => {
      void dropDraft(name)
      touched.current = false
      const at = mending ? byServerClock(mending.occurredAt, mending.ahead) : new Date()
      setKeptAt(formatWhen(at, 'time', { locale, digits }))
      setDraft(emptyDraft(post))
      setFound(false)
      setForm(uuidv7())
      if (mending) void navigate({ to: '/register/new', search: (before) => ({ ...before, kept: undefined }) })
    },
  })
  const note = mending
    ? t('outbox.mending')
    : keptAt !== undefined && waits
      ? t('outbox.kept', { time: keptAt })
      : found
        ? t('line.draftBack')
        : undefined
  return (
    <LineForm
      key={form}
      post={post}
      draft={draft}
      note={note}
      onChange={(next) => {
        touched.current = true
        setDraft(next)
        void keepDraft(name, next)
      }}
      onSend={() => record.mutate({ body: asBody(draft), draft, post })}
      busy={record.isPending}
      error={record.error}
    />
  )
}

function draftOf(kept: Kept | undefined): LineDraft | undefined {
  return kept && kinds['register.record'].payload.safeParse(kept.payload).data?.draft
}
