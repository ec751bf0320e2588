import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { fromWallTime, two, wallTime } from '../time/legal-time.ts'

/** A moment by the wall clock of the country; the value is an instant in ISO form, or null while it is incomplete. */
export function DateTimeInput({
  label,
  value,
  onChange,
  required = false,
  description,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly required?: boolean
  readonly description?: string
}) {
  const id = useId()
  return (
    <TextInput
      id={id}
      label={label}
      description={description}
      type="datetime-local"
      dir="ltr"
      required={required}
      withAsterisk={false}
      defaultValue={value === null ? '' : toField(value)}
      key={value === null ? 'empty' : 'set'}
      onBlur={(event) => onChange(fromField(event.currentTarget.value))}
      onChange={(event) => {
        const instant = fromField(event.currentTarget.value)
        if (instant !== null) onChange(instant)
      }}
    />
  )
}

function toField(instant: string): string {
  const wall = wallTime(new Date(instant))
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`
}

function fromField(text: string): string | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text)
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number)
  return fromWallTime({ year, month, day, hour, minute }).toISOString()
}
