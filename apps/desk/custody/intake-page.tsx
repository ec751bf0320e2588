import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useStore } from '../app-store.ts'
import { caseQuery } from '../cases/case-api.ts'
import { CasePicker } from '../cases/case-picker.tsx'
import { focusFirst } from '../design/focus-first.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { tell } from '../design/undo.tsx'
import { dropDraft, findDraft, keepDraft } from '../drafts.ts'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import type { Kept } from '../outbox/kept.ts'
import { kinds } from '../outbox/kinds.ts'
import { outbox } from '../outbox/outbox.ts'
import { useKept } from '../outbox/use-kept.ts'
import { useKeptOf } from '../outbox/use-kept-of.ts'
import { useMe } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import { IntakeClock } from './intake-clock.tsx'
import { type IntakeDraft, emptyIntake, intakeSchema } from './intake-draft.ts'
import { IntakeForm } from './intake-form.tsx'
import { KeptIntakes } from './kept-intakes.tsx'
import { useIntake } from './use-intake.ts'
import { usePlacementWords } from './use-placement-words.ts'

/** Places someone in custody: one page, from the arrest to the line of the register. */
export function IntakePage() {
  const { case: caseId, kept } = useSearch({ from: '/custody/new' })
  const mending = useStore(outbox).items.find(({ id }) => id === kept)
  const t = useT()
  const navigate = useNavigate()
  if (caseId !== undefined) return <Intake key={mending?.id ?? caseId} caseId={caseId} mending={mending} />
  return (
    <div ref={focusFirst} className={`${page['reading']} ${page['stack']}`}>
      <header className={page['head']}>
        <h1>{t('intake.title')}</h1>
      </header>
      <CasePicker
        label={t('intake.case')}
        value={null}
        onChange={(chosen) => chosen !== null && void navigate({ to: '/custody/new', search: { case: chosen } })}
      />
      <p className={page['quiet']}>{t('intake.noCase')}</p>
      <div>
        <ActButton
          id="intake case new"
          label="cases.new"
          variant="default"
          onRun={() => void navigate({ to: '/cases/new' })}
        />
      </div>
    </div>
  )
}

function Intake({ caseId, mending }: { readonly caseId: string; readonly mending: Kept | undefined }) {
  const t = useT()
  const navigate = useNavigate()
  const { officer } = useMe()
  // Mended apart from what is being written beside it.
  const name = `custody:${officer.id}:${mending?.id ?? caseId}`
  const file = useQuery(caseQuery(caseId))
  const [draft, setDraft] = useState<IntakeDraft>(() => draftOf(mending) ?? emptyIntake)
  const [form, setForm] = useState(() => uuidv7())
  const [found, setFound] = useState(false)
  const touched = useRef(false)
  useEffect(() => {
    let here = true
    touched.current = false
    void findDraft(name).then((kept) => {
      const parsed = intakeSchema.safeParse(kept)
      // Whoever types faster than the store answers keeps what was typed.
      if (!here || touched.current || !parsed.success) return
      setDraft(parsed.data)
      setFound(true)
    })
    return () => {
      here = false
    }
  }, [name])
  const open = useKept('custody.open', {
    as: mending,
    onDone: ({ id, reference }) => {
      void dropDraft(name)
      tell(t('custody.opened', { reference }))
      void navigate({
        to: '/custody/$custodyId',
        params: { custodyId: id },
        search: { held: 'open', opened: true },
      })
    },
    // It is safe with its draft among what waits; the page is free for whoever was arrested with this person.
    onKept: () => {
      void dropDraft(name)
      touched.current = false
      setDraft(emptyIntake)
      setFound(false)
      setForm(uuidv7())
      if (mending) void navigate({ to: '/custody/new', search: { case: caseId } })
    },
  })
  // What this page itself has just given is not waiting yet.
  const waiting = useKeptOf('custody.open', ({ body }) => body.caseId === caseId && !open.isPending).filter(
    ({ kept }) => kept.id !== mending?.id,
  )
  const placed = new Set(waiting.flatMap(({ payload }) => payload.body.participantId ?? []))
  const intake = useIntake(caseId, file.data, draft, placed)
  const wordsOf = usePlacementWords(intake)
  if (file.error) return <Failure error={file.error} onRetry={() => void file.refetch()} />
  if (!file.data) return <Loading lines={10} />
  const { reference } = file.data
  const change = (part: Partial<IntakeDraft>): void => {
    touched.current = true
    const next = { ...draft, ...part }
    setDraft(next)
    void keepDraft(name, next)
  }
  const { body } = intake
  const note = mending ? t('outbox.mendingPlacement') : found ? t('intake.draftBack') : undefined
  return (
    <Panes
      name="custody-intake"
      file={<IntakeForm key={form} file={file.data} intake={intake} note={note} onChange={change} />}
      act={
        <>
          <KeptIntakes waiting={waiting} />
          <IntakeClock
            intake={intake}
            busy={open.isPending}
            error={open.error}
            onSend={() => body && open.mutate({ body, draft, reference, words: wordsOf() })}
          />
        </>
      }
    />
  )
}

function draftOf(kept: Kept | undefined): IntakeDraft | undefined {
  return kept && kinds['custody.open'].payload.safeParse(kept.payload).data?.draft
}
