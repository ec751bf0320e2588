import { Checkbox, NumberInput, Select, TextInput, Textarea } from '@mantine/core'
import { useT } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'
import { OfficerPicker, OfficersPicker, UnitPicker } from '../organisation/pickers.tsx'
import { ChoiceRow, ManyRow } from './choice-row.tsx'
import type { Field, Values } from './entry-fields.ts'
import { PropertyItems, itemsOf } from './property-items.tsx'
import { useCells } from './use-cells.ts'

/** Words of a code that the table of fields names. */
export function useCodeText(): (texts: string, code: string) => string {
  const t = useT()
  return (texts, code) => {
    const key = `custody.${texts}.${code}`
    return isTextKey(key) ? t(key) : code
  }
}

export interface About {
  /** Unit whose officers are offered. */
  readonly unitId: string
  readonly placeId: string | null
  /** Entries that one may be about, newest first. */
  readonly entries: readonly { readonly id: string; readonly kind: string; readonly label: string }[]
}

interface InputProps {
  readonly field: Field
  readonly values: Values
  readonly about: About
  readonly first: boolean
  readonly onChange: (values: Values) => void
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const choice = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

/** One field of an entry's form, as its table says. */
export function EntryInput({ field, values, about, first, onChange }: InputProps) {
  const t = useT()
  const codeText = useCodeText()
  const label = codeText('field', field.label ?? field.name)
  const value = values[field.name]
  const set = (next: unknown): void => onChange({ ...values, [field.name]: next })
  const focus = first ? { 'data-autofocus': true } : {}
  switch (field.as) {
    case 'choice':
    case 'many': {
      const choices = field.values.map((code) => ({ value: code, label: codeText(field.texts, code) }))
      if (field.as === 'many') return <ManyRow label={label} choices={choices} value={list(value)} onChange={set} />
      return <ChoiceRow label={label} choices={choices} value={choice(value)} focus={first} onChange={set} />
    }
    case 'text':
    case 'reference':
      return (
        <TextInput
          label={label}
          dir={field.as === 'reference' ? 'ltr' : 'auto'}
          required={field.optional !== true}
          withAsterisk={false}
          value={text(value)}
          onChange={(event) => set(event.currentTarget.value)}
          {...focus}
        />
      )
    case 'words':
      return (
        <Textarea
          label={label}
          dir="auto"
          minRows={1}
          value={text(value)}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          label={label}
          min={0}
          max={1000}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => set(typeof next === 'number' ? next : null)}
          {...focus}
        />
      )
    case 'flag':
      return <Checkbox label={label} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
    case 'officer':
      return (
        <OfficerPicker
          label={label}
          unitId={about.unitId}
          value={choice(value)}
          onChange={set}
          clearable={field.optional === true || !first}
        />
      )
    case 'officers':
      return <OfficersPicker label={label} unitId={about.unitId} value={list(value)} onChange={set} />
    case 'prosecutor':
      return <UnitPicker label={label} kind="parquet" value={choice(value)} onChange={set} />
    case 'cell':
      return <CellPicker label={label} placeId={about.placeId} value={choice(value)} onChange={set} />
    case 'entry':
      return (
        <Select
          label={label}
          data={about.entries
            .filter(({ kind }) => field.kinds.some((each) => each === kind))
            .map((each) => ({ value: each.id, label: each.label }))}
          value={choice(value)}
          onChange={set}
          {...focus}
        />
      )
    case 'interpreter': {
      const { name, number } = interpreterOf(value)
      const put = (next: { name: string; number: string }): void =>
        set(next.name.trim() ? { name: next.name, ...(next.number.trim() ? { number: next.number } : {}) } : undefined)
      return (
        <>
          <TextInput
            label={label}
            dir="auto"
            value={name}
            onChange={(event) => put({ name: event.currentTarget.value, number })}
          />
          {name && (
            <TextInput
              label={t('custody.field.interpreterNumber')}
              dir="ltr"
              value={number}
              onChange={(event) => put({ name, number: event.currentTarget.value })}
            />
          )}
        </>
      )
    }
    case 'items':
      return <PropertyItems items={itemsOf(value)} onChange={set} />
  }
}

function interpreterOf(value: unknown): { name: string; number: string } {
  const found = typeof value === 'object' && value !== null ? (value as Values) : {}
  return { name: text(found['name']), number: text(found['number']) }
}

/** Chooses a cell of a place; the room left stands beside each. */
export function CellPicker({
  label,
  placeId,
  value,
  onChange,
}: {
  readonly label: string
  readonly placeId: string | null
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const cells = useCells(placeId)
  return (
    <Select
      label={label}
      data={cells.map((each) => ({ value: each.cell.id, label: each.label }))}
      value={value}
      onChange={onChange}
      clearable
    />
  )
}
