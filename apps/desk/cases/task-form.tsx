import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import { focusFirst } from '../design/focus-first.ts'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { OfficerPicker } from '../organisation/pickers.tsx'
import classes from './case-page.module.css'

interface Wanted {
  readonly title: string
  readonly dueAt: string | null
  readonly assignedTo: string | null
}

/** What is to be done, by when, and by whom. Whoever opens it keeps the words. */
export function TaskForm({
  unitId,
  title,
  onTitle,
  from,
  submit,
  error,
  pending,
  onSubmit,
  onClose,
}: {
  readonly unitId: string
  readonly title: string
  readonly onTitle: (title: string) => void
  /** What stands there at first. */
  readonly from: Omit<Wanted, 'title'>
  /** Words of the button that sends it. */
  readonly submit: string
  readonly error: Error | null
  readonly pending: boolean
  readonly onSubmit: (wanted: Wanted) => void
  readonly onClose: () => void
}) {
  const t = useT()
  const [dueAt, setDueAt] = useState(from.dueAt)
  const [assignedTo, setAssignedTo] = useState(from.assignedTo)
  return (
    <form
      ref={focusFirst}
      className={classes['addLine']}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim()) onSubmit({ title: title.trim(), dueAt, assignedTo })
      }}
    >
      <TextInput
        label={t('case.tasks.title')}
        value={title}
        data-autofocus
        dir="auto"
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
      <DateTimeInput label={t('case.tasks.due')} value={dueAt} onChange={setDueAt} />
      <OfficerPicker
        label={t('case.tasks.assignedTo')}
        unitId={unitId}
        value={assignedTo}
        onChange={setAssignedTo}
        clearable
      />
      {error && <Failure error={error} />}
      <div className={page['actions']}>
        <Button type="submit" size="xs" loading={pending}>
          {submit}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
