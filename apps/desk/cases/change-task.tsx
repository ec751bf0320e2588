import { Button } from '@mantine/core'
import { useState } from 'react'
import { type CaseFile, caseChangedSchema } from '#contracts/casework/case.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import { focusFirst } from '../design/focus-first.ts'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { caseRefresh } from './case-api.ts'
import classes from './case-page.module.css'
import { TaskFields } from './task-fields.tsx'
import { useTaskTitle } from './use-task-title.ts'

/** Changes what is to be done, by when, or by whom. */
export function ChangeTask({
  file,
  task,
  onClose,
}: {
  readonly file: CaseFile
  readonly task: CaseFile['tasks'][number]
  readonly onClose: () => void
}) {
  const t = useT()
  const before = useTaskTitle()(task)
  const [title, setTitle] = useState(before)
  const [dueAt, setDueAt] = useState(task.dueAt)
  const [assignedTo, setAssignedTo] = useState(task.assignedTo?.id ?? null)
  const send = useCommand(
    {
      method: 'PATCH',
      path: `/cases/${file.id}/tasks/${task.id}`,
      body: (input: { title?: string; dueAt: string | null; assignedTo: string | null }) => ({
        ...input,
        baseVersion: task.version,
      }),
      answer: caseChangedSchema,
      purpose: `case:${file.id}`,
    },
    { refresh: caseRefresh(file.id), onDone: onClose },
  )
  return (
    <form
      ref={focusFirst}
      className={classes['addLine']}
      onSubmit={(event) => {
        event.preventDefault()
        // Words left as they were stay worded for each reader.
        const typed = title.trim()
        if (typed) send.mutate({ ...(typed === before ? {} : { title: typed }), dueAt, assignedTo })
      }}
    >
      <TaskFields
        unitId={file.unit.id}
        title={title}
        onTitle={setTitle}
        dueAt={dueAt}
        onDueAt={setDueAt}
        assignedTo={assignedTo}
        onAssignedTo={setAssignedTo}
      />
      {send.error && <Failure error={send.error} />}
      <div className={page['actions']}>
        <Button type="submit" size="xs" loading={send.isPending}>
          {t('common.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
