import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { type RecordLineBody, recordedLineSchema } from '#contracts/intake/register.ts'
import { useCommand } from '../api/commands.ts'
import { dropDraft, findDraft, keepDraft } from '../drafts.ts'
import { tell } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import { useMe } from '../session/me.tsx'
import { type LineDraft, asBody, draftSchema, emptyDraft } from './line-draft.ts'
import { LineForm } from './line-form.tsx'
import { listRefresh } from './register-api.ts'

/** Takes down who came or what arrived. What is typed is kept on this computer until the server has it. */
export function NewLinePage() {
  const t = useT()
  const navigate = useNavigate()
  const { officer } = useMe()
  const { post = false } = useSearch({ from: '/register/new' })
  const name = `line:${officer.id}:${post ? 'post' : 'desk'}`
  const [draft, setDraft] = useState<LineDraft>(() => emptyDraft(post))
  const [form, setForm] = useState(() => uuidv7())
  const [found, setFound] = useState(false)
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
  }, [name, post])

  const record = useCommand(
    { path: '/register', body: (body: RecordLineBody) => body, answer: recordedLineSchema },
    {
      refresh: listRefresh,
      onDone: (line) => {
        void dropDraft(name)
        tell(t('line.saved', { number: line.number }))
        void navigate({
          to: '/register/$lineId',
          params: { lineId: line.id },
          search: (before) => ({ view: before.view ?? 'day' }),
        })
      },
    },
  )
  return (
    <LineForm
      key={form}
      post={post}
      draft={draft}
      note={found ? t('line.draftBack') : undefined}
      onChange={(next) => {
        touched.current = true
        setDraft(next)
        void keepDraft(name, next)
      }}
      onSend={() => record.mutate(asBody(draft))}
      busy={record.isPending}
      error={record.error}
    />
  )
}
