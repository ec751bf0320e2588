import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { type CaseFile, caseChangedSchema } from '#contracts/casework/case.ts'
import { useCommand } from '../api/commands.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { offerUndo } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage, useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { caseRefresh } from './case-api.ts'
import classes from './case-page.module.css'
import { focusFirst } from '../design/focus-first.ts'

type Task = CaseFile['tasks'][number]
const taskMade = z.object({ id: z.uuid() })

/** What is to be done, the nearest deadline first; what is done stays below. */
export function CaseTasks({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  const [adding, setAdding] = useState(false)
  const refresh = caseRefresh(file.id)
  const purpose = `case:${file.id}`
  const reopen = useCommand(
    {
      path: (task: { id: string; version: number }) => `/cases/${file.id}/tasks/${task.id}/reopening`,
      body: (task) => ({ baseVersion: task.version }),
      answer: caseChangedSchema,
      purpose,
    },
    { refresh },
  )
  const finish = useCommand(
    {
      path: (task: Task) => `/cases/${file.id}/tasks/${task.id}/done`,
      body: (task) => ({ baseVersion: task.version }),
      answer: caseChangedSchema,
      purpose,
    },
    {
      refresh,
      onDone: (result, task) =>
        offerUndo({
          text: t('case.tasks.finished'),
          undoText: t('common.undo'),
          onUndo: () => reopen.mutate({ id: task.id, version: result.version }),
        }),
    },
  )
  const tasks = file.tasks.toSorted(
    (a, b) => Number(a.state === 'done') - Number(b.state === 'done') || (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'),
  )
  return (
    <Section
      title={t('case.tasks')}
      aside={
        file.can.changeTasks && (
          <ActButton
            id="case task"
            label="case.tasks.add"
            keys="t"
            icon={IconPlus}
            size="xs"
            variant="subtle"
            onRun={() => setAdding(true)}
          />
        )
      }
    >
      {tasks.length === 0 && !adding && <p className={page['quiet']}>{t('case.tasks.none')}</p>}
      <ul>
        {tasks.map((task) => (
          <li key={task.id} className={classes['task']} data-done={task.state === 'done' || undefined}>
            <Checkbox
              checked={task.state === 'done'}
              disabled={!file.can.changeTasks}
              aria-label={t('case.tasks.finish', { title: task.title })}
              onChange={() => (task.state === 'done' ? reopen.mutate(task) : finish.mutate(task))}
            />
            <div>
              <p dir="auto">{task.title}</p>
              {task.overdue && <StateChip tone="late">{t('case.overdue')}</StateChip>}
              {task.dueAt && <When at={task.dueAt} />}
              {task.assignedTo && <bdi>{locale === 'ar' ? task.assignedTo.nameAr : task.assignedTo.nameLatin}</bdi>}
            </div>
          </li>
        ))}
      </ul>
      {(finish.error ?? reopen.error) && <Failure error={finish.error ?? reopen.error} />}
      {adding && <AddTask caseId={file.id} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function AddTask({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const t = useT()
  const [title, setTitle] = useState('')
  const [dueAt, setDueAt] = useState<string | null>(null)
  const add = useCommand(
    {
      path: `/cases/${caseId}/tasks`,
      body: (input: { title: string; dueAt: string | null }) => input,
      answer: taskMade,
      purpose: `case:${caseId}`,
    },
    { refresh: caseRefresh(caseId), onDone: onClose },
  )
  return (
    <form
      ref={focusFirst}
      className={classes['addLine']}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim()) add.mutate({ title: title.trim(), dueAt })
      }}
    >
      <TextInput
        label={t('case.tasks.title')}
        value={title}
        data-autofocus
        dir="auto"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <DateTimeInput label={t('case.tasks.due')} value={dueAt} onChange={setDueAt} />
      {add.error && <Failure error={add.error} />}
      <div className={page['actions']}>
        <Button type="submit" size="xs" loading={add.isPending}>
          {t('case.tasks.add')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
