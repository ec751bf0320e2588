import { NumberInput, Select, Switch, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { DayInput } from '../design/date-time-input.tsx'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { type Shape, fieldOf } from './law-shape.ts'
import { useFieldName } from './law-words.ts'
import classes from './law.module.css'

interface FieldProps {
  readonly name: string
  readonly shape: Shape
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

const members = z.record(z.string(), z.unknown()).catch({})
const words = z.array(z.string()).catch([])

/** A row of law data in a form drawn from its shape. */
export function LawRowForm({ shape, value, onChange }: Omit<FieldProps, 'name'>) {
  const { field } = fieldOf(shape)
  if (field.kind !== 'group') return <LawField name="row" shape={shape} value={value} onChange={onChange} />
  return <Members members={field.members} value={value} onChange={onChange} />
}

function Members({
  members: shapes,
  value,
  onChange,
}: {
  readonly members: Readonly<Record<string, Shape>>
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}) {
  const row = members.parse(value)
  return (
    <div className={page['fields']}>
      {Object.entries(shapes).map(([name, shape]) => (
        <LawField
          key={name}
          name={name}
          shape={shape}
          value={row[name]}
          onChange={(next) => {
            const { [name]: _before, ...others } = row
            // A member that may be left out is left out when it is empty.
            onChange(next === undefined ? others : { ...row, [name]: next })
          }}
        />
      ))}
    </div>
  )
}

function LawField({ name, shape, value, onChange }: FieldProps) {
  const nameOf = useFieldName()
  const label = nameOf(name)
  const { field, optional } = fieldOf(shape)
  const empty = optional ? null : undefined
  switch (field.kind) {
    case 'fixed':
      return null
    case 'group':
      return (
        <fieldset className={classes['group']}>
          <legend>{label}</legend>
          <Members members={field.members} value={value} onChange={onChange} />
        </fieldset>
      )
    case 'choice':
      return (
        <Select
          label={label}
          data={[...field.values]}
          value={typeof value === 'string' ? value : null}
          clearable={optional}
          allowDeselect={optional}
          searchable
          onChange={(next) => onChange(next ?? empty)}
        />
      )
    case 'switch':
      return (
        <Switch label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      )
    case 'day':
      return (
        <DayInput
          label={label}
          value={typeof value === 'string' && value !== '' ? value : null}
          onChange={(next) => onChange(next ?? empty)}
        />
      )
    case 'number':
      return (
        <NumberInput
          label={label}
          value={typeof value === 'number' ? value : ''}
          allowDecimal={false}
          onChange={(next) => onChange(typeof next === 'number' ? next : empty)}
        />
      )
    case 'words':
      return (
        <Textarea
          label={label}
          dir="auto"
          autosize
          value={words.parse(value).join('\n')}
          onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
          onBlur={() => onChange(words.parse(value).filter((word) => word.trim() !== ''))}
        />
      )
    case 'text':
      return typeof value === 'string' && value.length > 40 ? (
        <Textarea
          className={classes['wide'] ?? ''}
          label={label}
          dir="auto"
          autosize
          value={value}
          onChange={(event) => onChange(event.currentTarget.value || empty)}
        />
      ) : (
        <TextInput
          label={label}
          dir="auto"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || (optional ? null : ''))}
        />
      )
    case 'json':
      return <JsonField label={label} value={value} onChange={onChange} />
  }
}

/** For the few members that are lists of objects or one of several things: as they stand in the data. */
function JsonField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}) {
  const t = useT()
  const [text, setText] = useState(() => JSON.stringify(value ?? null, null, 1))
  const [isWrong, setWrong] = useState(false)
  return (
    <Textarea
      className={classes['wide'] ?? ''}
      label={label}
      dir="ltr"
      autosize
      maxRows={10}
      value={text}
      error={isWrong && t('law.jsonWrong')}
      onChange={(event) => {
        setText(event.currentTarget.value)
        try {
          onChange(JSON.parse(event.currentTarget.value) as unknown)
          setWrong(false)
        } catch {
          setWrong(true)
        }
      }}
    />
  )
}
