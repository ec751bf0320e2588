import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { type openCustodyBody, openedCustodySchema } from '#contracts/custody/custody.ts'
import { useCommand } from '../api/commands.ts'
import { caseQuery, caseRefresh } from '../cases/case-api.ts'
import { CasePicker } from '../cases/case-picker.tsx'
import { focusFirst } from '../design/focus-first.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { tell } from '../design/undo.tsx'
import { dropDraft, findDraft, keepDraft } from '../drafts.ts'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMe } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import { IntakeClock } from './intake-clock.tsx'
import { type IntakeDraft, emptyIntake, intakeSchema } from './intake-draft.ts'
import { IntakeForm } from './intake-form.tsx'
import { useIntake } from './use-intake.ts'

/** Places someone in custody: one page, from the arrest to the line of the register. */
export function IntakePage() {
  const { case: caseId } = useSearch({ from: '/custody/new' })
  const t = useT()
  const navigate = useNavigate()
  if (caseId !== undefined) return <Intake key={caseId} caseId={caseId} />
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

function Intake({ caseId }: { readonly caseId: string }) {
  const t = useT()
  const navigate = useNavigate()
  const { officer } = useMe()
  const name = `custody:${officer.id}:${caseId}`
  const file = useQuery(caseQuery(caseId))
  const [draft, setDraft] = useState<IntakeDraft>(emptyIntake)
  const [found, setFound] = useState(false)
  const touched = useRef(false)
  useEffect(() => {
    let here = true
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
  const intake = useIntake(caseId, file.data, draft)
  const open = useCommand(
    {
      path: '/custodies',
      body: (body: z.input<typeof openCustodyBody>) => body,
      answer: openedCustodySchema,
      purpose: `case:${caseId}`,
    },
    {
      refresh: [['/custodies'], [`/cases/${caseId}/custodies`], ...caseRefresh(caseId)],
      onDone: ({ id, reference }) => {
        void dropDraft(name)
        tell(t('custody.opened', { reference }))
        void navigate({
          to: '/custody/$custodyId',
          params: { custodyId: id },
          search: { held: 'open', opened: true },
        })
      },
    },
  )
  if (file.error) return <Failure error={file.error} onRetry={() => void file.refetch()} />
  if (!file.data) return <Loading lines={10} />
  const change = (part: Partial<IntakeDraft>): void => {
    touched.current = true
    const next = { ...draft, ...part }
    setDraft(next)
    void keepDraft(name, next)
  }
  const { body } = intake
  return (
    <Panes
      name="custody-intake"
      file={
        <IntakeForm
          file={file.data}
          intake={intake}
          note={found ? t('intake.draftBack') : undefined}
          onChange={change}
        />
      }
      act={
        <IntakeClock
          intake={intake}
          busy={open.isPending}
          error={open.error}
          onSend={() => body && open.mutate(body)}
        />
      }
    />
  )
}
