import { TextInput } from '@mantine/core'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { useT } from '../i18n/language.tsx'
import { OfficerPicker } from '../organisation/pickers.tsx'

/** What is to be done, by when, and by whom. */
export function TaskFields({
  unitId,
  title,
  onTitle,
  dueAt,
  onDueAt,
  assignedTo,
  onAssignedTo,
}: {
  readonly unitId: string
  readonly title: string
  readonly onTitle: (title: string) => void
  readonly dueAt: string | null
  readonly onDueAt: (dueAt: string | null) => void
  readonly assignedTo: string | null
  readonly onAssignedTo: (officerId: string | null) => void
}) {
  const t = useT()
  return (
    <>
      <TextInput
        label={t('case.tasks.title')}
        value={title}
        data-autofocus
        dir="auto"
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
      <DateTimeInput label={t('case.tasks.due')} value={dueAt} onChange={onDueAt} />
      <OfficerPicker
        label={t('case.tasks.assignedTo')}
        unitId={unitId}
        value={assignedTo}
        onChange={onAssignedTo}
        clearable
      />
    </>
  )
}
