import { Select, TextInput, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { caseOpenedSchema, type openCaseBody } from '#contracts/casework/case.ts'
import { inquiryFrames } from '#contracts/casework/case-facts.ts'
import { useCommand } from '../api/commands.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { StateChip } from '../design/state-chip.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { wallDay } from '../time/legal-time.ts'
import { OffencePicker } from './offence-picker.tsx'
import { focusFirst } from '../design/focus-first.ts'

type Body = z.input<typeof openCaseBody>

/** Opens a case without a line of the register: on the police’s own motion. */
export function NewCasePage() {
  const { t, locale } = useLanguage()
  const navigate = useNavigate()
  const [how, setHow] = useState('')
  const [place, setPlace] = useState('')
  const [happenedFrom, setHappenedFrom] = useState<string | null>(null)
  const [inquiry, setInquiry] = useState<(typeof inquiryFrames)[number] | null>(null)
  const [offence, setOffence] = useState<{ code: string; labelAr: string; labelFr: string }>()
  const open = useCommand(
    { path: '/cases', body: (input: Body) => input, answer: caseOpenedSchema },
    {
      refresh: [['/cases'], ['/cases/queues']],
      onDone: ({ id }) => void navigate({ to: '/cases/$caseId', params: { caseId: id }, search: (before) => before }),
    },
  )
  const run = (): void =>
    open.mutate({
      facts: { how: how || null, place: place || null, happenedFrom, inquiry },
      offences: offence ? [{ code: offence.code, main: true }] : [],
    })
  return (
    <form
      ref={focusFirst}
      className={`${page['reading']} ${page['stack']}`}
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <header className={page['head']}>
        <h1>{t('cases.new')}</h1>
      </header>
      <Textarea
        label={t('case.facts.how')}
        dir="auto"
        minRows={5}
        data-autofocus
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      <div className={page['fields']}>
        <DateTimeInput label={t('case.facts.when')} value={happenedFrom} onChange={setHappenedFrom} />
        <TextInput
          label={t('case.facts.where')}
          dir="auto"
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Select
          label={t('case.inquiry')}
          data={inquiryFrames.map((value) => ({ value, label: t(`case.inquiry.${value}`) }))}
          value={inquiry}
          onChange={setInquiry}
          clearable
        />
      </div>
      <div className={page['stack']}>
        <h2 style={{ fontSize: 'var(--t-md)' }}>{t('case.offences')}</h2>
        {offence && (
          <p>
            <bdi>{locale === 'ar' ? offence.labelAr : offence.labelFr}</bdi>{' '}
            <StateChip tone="active">{t('case.offences.main')}</StateChip>
          </p>
        )}
        <OffencePicker
          on={happenedFrom ? wallDay(new Date(happenedFrom)) : undefined}
          onChoose={(code, label) => setOffence({ code, ...label })}
        />
      </div>
      {open.error && <Failure error={open.error} />}
      <div className={page['actions']}>
        <ActButton id="case open" label="cases.new" keys="mod+enter" inFields loading={open.isPending} onRun={run} />
      </div>
    </form>
  )
}
