import { Select, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type Line, closeReasonSchema, lineRefSchema } from '#contracts/intake/register.ts'
import { useCommand } from '../api/commands.ts'
import { CasePicker } from '../cases/case-picker.tsx'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { offerUndo } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { OfficerPicker, UnitPicker } from '../organisation/pickers.tsx'
import { lineRefresh } from './register-api.ts'
import { type Asking, type Typed, bodyOf, isReady, paths, wordsOf } from './line-step-input.ts'

/** What a step asks for before it is taken. */
export function StepDialog({
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
  const has = wordsOf(step)
  const ready = isReady(step, typed)
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
