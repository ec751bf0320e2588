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
import { type Line, type Step, lineRefSchema, openedCaseSchema } from '#contracts/intake/register.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { lineRefresh } from './register-api.ts'
import type { Asking } from './line-step-input.ts'
import { StepDialog } from './step-dialog.tsx'

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
