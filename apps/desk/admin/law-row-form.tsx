import { NumberInput, Select, Switch, TextInput, Textarea } from '@mantine/core'
import { z } from 'zod'
import { DayInput } from '../design/date-time-input.tsx'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { DurationInput, RowsInput, WordsInput, WordsOrAllInput } from './law-inputs.tsx'
import { type Shape, blankOf, fieldOf } from './law-shape.ts'
import { useCodes, useFieldName, useValueText } from './law-words.ts'
import classes from './law.module.css'

interface FieldProps {
  /** Where in the row it stands, as `penalty.fineMax`. */
  readonly path: string
  readonly shape: Shape
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

const members = z.record(z.string(), z.unknown()).catch({})
const words = z.array(z.string()).catch([])

/** A row of law data in a form drawn from its shape. */
export function LawRowForm({ shape, value, onChange }: Omit<FieldProps, 'path'>) {
  const { field } = fieldOf(shape)
  if (field.kind !== 'group') return <LawField path="row" shape={shape} value={value} onChange={onChange} />
  return <Members path="" members={field.members} value={value} onChange={onChange} />
}

function Members({
  path,
  members: shapes,
  value,
  onChange,
}: {
  readonly path: string
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
          path={path === '' ? name : `${path}.${name}`}
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

function LawField({ path, shape, value, onChange }: FieldProps) {
  const t = useT()
  const nameOf = useFieldName()
  const textOf = useValueText()
  const codesOf = useCodes()
  const name = path.split('.').at(-1) ?? path
  const label = nameOf(name)
  const { field, optional } = fieldOf(shape)
  const empty = optional ? null : undefined
  const text = typeof value === 'string' ? value : ''
  const choose = (data: { value: string; label: string }[]) => (
    <Select
      label={label}
      data={data}
      {...(text === '' ? {} : { dir: 'auto' as const })}
      value={text === '' ? null : text}
      clearable={optional}
      allowDeselect={optional}
      searchable
      onChange={(next) => onChange(next ?? empty)}
    />
  )
  switch (field.kind) {
    case 'fixed':
      return null
    case 'group':
      return (
        <fieldset className={classes['group']}>
          <legend>{label}</legend>
          <Members path={path} members={field.members} value={value} onChange={onChange} />
        </fieldset>
      )
    case 'choice':
      return choose(field.values.map((each) => ({ value: each, label: textOf(path, each) })))
    case 'switch':
      return (
        <Switch label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      )
    case 'day':
      return <DayInput label={label} value={text === '' ? null : text} onChange={(next) => onChange(next ?? empty)} />
    case 'duration':
      return (
        <DurationInput label={label} value={text === '' ? null : text} onChange={(next) => onChange(next ?? empty)} />
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
      return <WordsInput label={label} codes={codesOf(path)} value={words.parse(value)} onChange={onChange} />
    case 'words-or-all':
      return (
        <WordsOrAllInput
          label={label}
          allLabel={textOf(path, String(field.all))}
          codes={codesOf(path)}
          value={value === field.all ? 'all' : words.parse(value)}
          onChange={(next) => onChange(next === 'all' ? field.all : next)}
        />
      )
    case 'rows':
      return (
        <RowsInput
          label={label}
          value={z.array(z.unknown()).catch([]).parse(value)}
          blank={() => blankOf(field.row)}
          onChange={onChange}
          draw={(item, change) => (
            <Members path={path} members={field.row.properties ?? {}} value={item} onChange={change} />
          )}
        />
      )
    case 'text': {
      const codes = codesOf(path)
      // What stands in the data beside the list is kept, and can be chosen again.
      if (codes) return choose(codesWith(codes, text))
      return text.length > 40 ? (
        <Textarea
          className={classes['wide'] ?? ''}
          label={label}
          dir="auto"
          autosize
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || empty)}
        />
      ) : (
        <TextInput
          label={label}
          dir="auto"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || (optional ? null : ''))}
        />
      )
    }
    case 'unknown':
      return <TextInput label={label} description={t('law.unknown')} value="" readOnly disabled />
  }
}

function codesWith(codes: readonly { value: string; label: string }[], present: string) {
  return present === '' || codes.some(({ value }) => value === present)
    ? [...codes]
    : [...codes, { value: present, label: present }]
}
