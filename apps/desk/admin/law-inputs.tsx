import { ActionIcon, Button, MultiSelect, NumberInput, Switch, TagsInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import page from '../design/page.module.css'
import { useLanguage, useT } from '../i18n/language.tsx'
import { parseDuration, writeDuration } from './duration.ts'
import classes from './law.module.css'

interface Named {
  readonly value: string
  readonly label: string
}

/** A list of words: chosen where their codes have names, typed one by one where they are free. */
export function WordsInput({
  label,
  codes,
  value,
  disabled = false,
  onChange,
}: {
  readonly label: string
  readonly codes: readonly Named[] | undefined
  readonly value: readonly string[]
  readonly disabled?: boolean
  readonly onChange: (value: string[]) => void
}) {
  const t = useT()
  const common = { className: classes['wide'] ?? '', label, value: [...value], disabled, onChange }
  if (codes) {
    return <MultiSelect {...common} data={[...codes]} placeholder={t('law.choices')} searchable />
  }
  return <TagsInput {...common} placeholder={t('law.words')} splitChars={[]} />
}

/** The same, or one switch that stands for all of them. */
export function WordsOrAllInput({
  label,
  allLabel,
  codes,
  value,
  onChange,
}: {
  readonly label: string
  readonly allLabel: string
  readonly codes: readonly Named[] | undefined
  readonly value: 'all' | readonly string[]
  readonly onChange: (value: 'all' | string[]) => void
}) {
  return (
    <fieldset className={classes['group']}>
      <legend>{label}</legend>
      <div className={page['stack']}>
        <Switch
          label={allLabel}
          checked={value === 'all'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'all' : [])}
        />
        {value !== 'all' && <WordsInput label={label} codes={codes} value={value} onChange={onChange} />}
      </div>
    </fieldset>
  )
}

/** A list whose items have several members; each is filled in by itself. */
export function RowsInput({
  label,
  value,
  blank,
  draw,
  onChange,
}: {
  readonly label: string
  readonly value: readonly unknown[]
  readonly blank: () => unknown
  readonly draw: (item: unknown, onChange: (item: unknown) => void) => ReactNode
  readonly onChange: (value: unknown[]) => void
}) {
  const { t, number } = useLanguage()
  return (
    <fieldset className={classes['group']}>
      <legend>{label}</legend>
      {value.map((item, at) => (
        <div key={at} className={classes['item']}>
          {draw(item, (next) => onChange(value.with(at, next)))}
          <ActionIcon
            aria-label={t('law.itemRemove', { name: label, number: number(at + 1) })}
            onClick={() => onChange(value.toSpliced(at, 1))}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={15} stroke={1.6} />}
        onClick={() => onChange([...value, blank()])}
      >
        {t('law.itemAdd', { name: label })}
      </Button>
    </fieldset>
  )
}

/** A span of the calendar in years, months and days; nothing in all three is none. */
export function DurationInput({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const t = useT()
  const duration = (value === null ? undefined : parseDuration(value)) ?? { years: 0, months: 0, days: 0 }
  return (
    <fieldset className={classes['span']}>
      <legend>{label}</legend>
      {(['years', 'months', 'days'] as const).map((unit) => (
        <NumberInput
          key={unit}
          aria-label={`${label}: ${t(`law.${unit}`)}`}
          description={t(`law.${unit}`)}
          inputWrapperOrder={['input', 'description']}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={duration[unit] === 0 ? '' : duration[unit]}
          onChange={(next) => onChange(writeDuration({ ...duration, [unit]: typeof next === 'number' ? next : 0 }))}
        />
      ))}
    </fieldset>
  )
}
