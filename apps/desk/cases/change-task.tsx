import { useState } from 'react'
import { type CaseFile, caseChangedSchema } from '#contracts/casework/case.ts'
import { useCommand } from '../api/commands.ts'
import { useT } from '../i18n/language.tsx'
import { caseRefresh } from './case-api.ts'
import { TaskForm } from './task-form.tsx'
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
    <TaskForm
      unitId={file.unit.id}
      title={title}
      onTitle={setTitle}
      from={{ dueAt: task.dueAt, assignedTo: task.assignedTo?.id ?? null }}
      submit={t('common.save')}
      error={send.error}
      pending={send.isPending}
      // Words left as they were stay worded for each reader.
      onSubmit={({ title: typed, ...wanted }) =>
        send.mutate({ ...(typed === before ? {} : { title: typed }), ...wanted })
      }
      onClose={onClose}
    />
  )
}
