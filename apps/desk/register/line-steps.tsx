import { Select, TextInput, Textarea } from '@mantine/core'
import {
  IconArrowForwardUp,
  IconCalendarDue,
  IconCircleX,
  IconFolderPlus,
  IconGavel,
  IconHandGrab,
  IconLink,
  IconMailForward,
  IconRotate,
  IconUserCheck,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Line, type Step, closeReasonSchema, lineRefSchema, openedCaseSchema } from '#contracts/intake/register.ts'
import { useCommand } from '../api/commands.ts'
import { CasePicker } from '../cases/case-picker.tsx'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { offerUndo } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { OfficerPicker, UnitPicker } from '../organisation/pickers.tsx'
import { lineRefresh } from './register-api.ts'

type Asking = Exclude<Step, 'add' | 'take' | 'open-case' | 'issue-receipt'>

const asking = [
  { step: 'assign', label: 'step.assign', keys: 's', icon: IconUserCheck },
  { step: 'join-case', label: 'step.join-case', keys: 'l', icon: IconLink },
  { step: 'send', label: 'step.send', keys: 'm', icon: IconArrowForwardUp },
  { step: 'answer', label: 'step.answer', keys: 'r', icon: IconMailForward },
  { step: 'authorise', label: 'step.authorise', keys: 'w', icon: IconGavel },
  { step: 'set-deadline', label: 'step.set-deadline', keys: 'd', icon: IconCalendarDue },
  { step: 'close', label: 'step.close', keys: 'x', icon: IconCircleX },
  { step: 'reopen', label: 'step.reopen', keys: 'u', icon: IconRotate },
] as const satisfies readonly { step: Asking; [more: string]: unknown }[]

/** What can be done with the line now; the server says what that is. */
export function LineSteps({ line }: { readonly line: Line }) {
  const t = useT()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Asking>()
  const refresh = lineRefresh(line.id)
  const purpose = `register:${line.id}`
  const may = (step: Step): boolean => line.steps.includes(step)
  const take = useCommand(
    { path: `/register/${line.id}/take`, body: () => ({ baseVersion: line.version }), answer: lineRefSchema, purpose },
    { refresh },
  )
  const openCase = useCommand(
    {
      path: `/register/${line.id}/case`,
      body: () => ({ baseVersion: line.version }),
      answer: openedCaseSchema,
      purpose,
    },
    {
      refresh: [...refresh, ['/cases'], ['/cases/queues']],
      onDone: ({ caseId }) => void navigate({ to: '/cases/$caseId', params: { caseId } }),
    },
  )
  const error = take.error ?? openCase.error
  return (
    <Section title={t('pane.act')}>
      <div className={page['stack']}>
        {may('open-case') && (
          <ActButton
            id="step open-case"
            label="step.open-case"
            keys="c"
            icon={IconFolderPlus}
            fullWidth
            loading={openCase.isPending}
            onRun={() => openCase.mutate(undefined)}
          />
        )}
        {may('take') && (
          <ActButton
            id="step take"
            label="step.take"
            keys="t"
            icon={IconHandGrab}
            fullWidth
            variant="default"
            loading={take.isPending}
            onRun={() => take.mutate(undefined)}
          />
        )}
        {asking
          .filter(({ step }) => may(step))
          .map(({ step, ...button }) => (
            <ActButton
              key={step}
              id={`step ${step}`}
              {...button}
              fullWidth
              variant="default"
              onRun={() => setOpen(step)}
            />
          ))}
        {error && <Failure error={error} />}
      </div>
      {open && <StepDialog step={open} line={line} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

interface Typed {
  readonly target: string | null
  readonly code: string | null
  readonly text: string
  readonly reference: string
  readonly at: string | null
}

const paths: Readonly<Record<Asking, string>> = {
  assign: 'assign',
  'join-case': 'join',
  send: 'send',
  answer: 'answer',
  authorise: 'authorisation',
  'set-deadline': 'deadline',
  close: 'close',
  reopen: 'reopen',
}

function bodyOf(step: Asking, typed: Typed, baseVersion: number): unknown {
  const { target, code, text, reference, at } = typed
  const words = text.trim() ? { text: text.trim() } : {}
  const named = reference.trim() ? { reference: reference.trim() } : {}
  switch (step) {
    case 'assign':
      return { ownerId: target, baseVersion }
    case 'join-case':
      return { caseId: target, baseVersion }
    case 'send':
      return { toUnitId: target, reason: text.trim(), baseVersion }
    case 'answer':
      return { ...words, ...named, baseVersion }
    case 'authorise':
      return { decision: code, ...words, ...named, decidedAt: at, baseVersion }
    case 'set-deadline':
      return { dueAt: at, ...words, baseVersion }
    case 'close':
      return { reason: code, ...words, baseVersion }
    case 'reopen':
      return { ...words, baseVersion }
  }
}

function StepDialog({
  step,
  line,
  onClose,
}: {
  readonly step: Asking
  readonly line: Line
  readonly onClose: () => void
}) {
  const t = useT()
  const [typed, setTyped] = useState<Typed>({ target: null, code: null, text: '', reference: '', at: null })
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }))
  const refresh = lineRefresh(line.id)
  const undoClose = useCommand(
    {
      path: `/register/${line.id}/undo-close`,
      body: (baseVersion: number) => ({ baseVersion }),
      answer: lineRefSchema,
    },
    { refresh },
  )
  const send = useCommand(
    {
      path: `/register/${line.id}/${paths[step]}`,
      body: (input: Typed) => bodyOf(step, input, line.version),
      answer: lineRefSchema.partial(),
      purpose: `register:${line.id}`,
    },
    {
      refresh,
      onDone: ({ version }) => {
        onClose()
        if (step === 'close' && version !== undefined) {
          offerUndo({ text: t('step.closed'), undoText: t('common.undo'), onUndo: () => undoClose.mutate(version) })
        }
      },
    },
  )
  const has = {
    text: step !== 'assign' && step !== 'join-case',
    needsText: step === 'send' || step === 'answer' || step === 'authorise' || step === 'reopen',
    reference: step === 'answer' || step === 'authorise',
  }
  const ready =
    (!has.needsText || typed.text.trim() !== '') &&
    (!['assign', 'join-case', 'send'].includes(step) || typed.target !== null) &&
    (!['close', 'authorise'].includes(step) || typed.code !== null) &&
    (!['authorise', 'set-deadline'].includes(step) || typed.at !== null)
  const run = (): void => {
    if (ready) send.mutate(typed)
  }
  return (
    <FormDialog
      id="step run"
      title={`step.${step}`}
      error={send.error}
      ready={ready}
      pending={send.isPending}
      onRun={run}
      onClose={onClose}
    >
      {step === 'assign' && (
        <OfficerPicker
          label={t('step.assignTo')}
          unitId={line.unitId}
          value={typed.target}
          onChange={(target) => set({ target })}
        />
      )}
      {step === 'send' && (
        <UnitPicker label={t('case.transfer.to')} value={typed.target} onChange={(target) => set({ target })} />
      )}
      {step === 'join-case' && (
        <CasePicker label={t('step.joinWhich')} value={typed.target} onChange={(target) => set({ target })} />
      )}
      {step === 'close' && (
        <Select
          label={t('step.why')}
          data={closeReasonSchema.options.map((value) => ({ value, label: t(`close.${value}`) }))}
          value={typed.code}
          onChange={(code) => set({ code })}
          data-autofocus
        />
      )}
      {step === 'authorise' && (
        <Select
          label={t('step.authorise')}
          data={(['granted', 'refused'] as const).map((value) => ({ value, label: t(`step.${value}`) }))}
          value={typed.code}
          onChange={(code) => set({ code })}
          data-autofocus
        />
      )}
      {(step === 'authorise' || step === 'set-deadline') && (
        <DateTimeInput
          label={t(step === 'authorise' ? 'step.decidedAt' : 'line.due')}
          value={typed.at}
          onChange={(at) => set({ at })}
        />
      )}
      {has.text && (
        <Textarea
          label={t(step === 'authorise' ? 'step.whoSaid' : step === 'answer' ? 'line.entryText' : 'step.why')}
          dir="auto"
          value={typed.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      )}
      {has.reference && (
        <TextInput
          label={t('step.answerReference')}
          dir="ltr"
          value={typed.reference}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
      )}
    </FormDialog>
  )
}
