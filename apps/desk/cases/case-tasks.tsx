import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseFile } from '#contracts/casework/case.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { offerUndo } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage, useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { KeptState } from '../outbox/kept-state.tsx'
import { useKept } from '../outbox/use-kept.ts'
import { useKeptOf } from '../outbox/use-kept-of.ts'
import { useKeptWords } from '../outbox/use-kept-words.ts'
import classes from './case-page.module.css'
import { ChangeTask } from './change-task.tsx'
import { TaskForm } from './task-form.tsx'
import { useTaskTitle } from './use-task-title.ts'

type Task = CaseFile['tasks'][number]

/** What is to be done, the nearest deadline first; what is done stays below. */
export function CaseTasks({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  const [adding, setAdding] = useState(false)
  const [changed, setChanged] = useState<string>()
  const ofCase = { caseId: file.id, reference: file.reference }
  const titleOf = useTaskTitle()
  const ofTask = ({ id, title, version }: Pick<Task, 'id' | 'title' | 'version'>) => ({
    ...ofCase,
    taskId: id,
    title,
    baseVersion: version,
  })
  const reopen = useKept('task.reopen')
  const finish = useKept('task.finish', {
    onDone: (result, { taskId, title }) =>
      offerUndo({
        text: t('case.tasks.finished'),
        undoText: t('common.undo'),
        onUndo: () => reopen.mutate(ofTask({ id: taskId, title, version: result.version })),
      }),
  })
  const belongs = ({ caseId }: { readonly caseId: string }): boolean => caseId === file.id
  const added = useKeptOf('task.add', belongs)
  const changing = [...useKeptOf('task.finish', belongs), ...useKeptOf('task.reopen', belongs)]
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
      {tasks.length === 0 && added.length === 0 && !adding && <p className={page['quiet']}>{t('case.tasks.none')}</p>}
      <ul>
        {tasks.map((task) => {
          if (task.id === changed) {
            return (
              <li key={task.id}>
                <ChangeTask file={file} task={task} onClose={() => setChanged(undefined)} />
              </li>
            )
          }
          const waiting = changing.findLast(({ payload }) => payload.taskId === task.id)?.kept
          const done = waiting && !waiting.refusal ? waiting.type === 'task.finish' : task.state === 'done'
          return (
            <li key={task.id} className={classes['task']} data-done={done || undefined}>
              <Checkbox
                checked={done}
                disabled={!file.can.changeTasks || waiting !== undefined}
                aria-label={t('case.tasks.finish', { title: titleOf(task) })}
                onChange={() =>
                  (task.state === 'done' ? reopen : finish).mutate(ofTask({ ...task, title: titleOf(task) }))
                }
              />
              <div>
                <p dir="auto">{titleOf(task)}</p>
                {waiting && <KeptState kept={waiting} />}
                {task.overdue && <StateChip tone="late">{t('case.overdue')}</StateChip>}
                {task.dueAt && <When at={task.dueAt} />}
                {task.assignedTo && <bdi>{locale === 'ar' ? task.assignedTo.nameAr : task.assignedTo.nameLatin}</bdi>}
                {file.can.changeTasks && task.state === 'open' && !waiting && (
                  <Button size="compact-xs" variant="subtle" onClick={() => setChanged(task.id)}>
                    {t('case.tasks.change')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
        {added.map(({ kept, payload }) => (
          <li key={kept.id} className={classes['task']}>
            <Checkbox disabled checked={false} readOnly aria-label={payload.title} />
            <div>
              <p dir="auto">{payload.title}</p>
              <KeptState kept={kept} />
              {payload.dueAt && <When at={payload.dueAt} />}
            </div>
          </li>
        ))}
      </ul>
      {(finish.error ?? reopen.error) && <Failure error={finish.error ?? reopen.error} />}
      {adding && <AddTask ofCase={ofCase} unitId={file.unit.id} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function AddTask({
  ofCase,
  unitId,
  onClose,
}: {
  readonly ofCase: { readonly caseId: string; readonly reference: string }
  readonly unitId: string
  readonly onClose: () => void
}) {
  const t = useT()
  const [title, setTitle] = useKeptWords(`task:${ofCase.caseId}`)
  const close = (): void => {
    setTitle('')
    onClose()
  }
  const add = useKept('task.add', { onDone: close, onKept: close })
  return (
    <TaskForm
      unitId={unitId}
      title={title}
      onTitle={setTitle}
      from={{ dueAt: null, assignedTo: null }}
      submit={t('case.tasks.add')}
      error={add.error}
      pending={add.isPending}
      onSubmit={(wanted) => add.mutate({ ...ofCase, ...wanted })}
      onClose={close}
    />
  )
}
