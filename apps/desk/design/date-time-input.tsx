import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/language.tsx'
import { parseDay, parseWhen, writeDay, writeWhen } from '../time/parse-when.ts'

interface FieldProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly required?: boolean
  readonly description?: string
  readonly size?: string
  /** The label is for screen readers only. */
  readonly bare?: boolean
}

/** A moment by the wall clock of the country, typed as one writes it; the value is an instant in ISO form. */
export function DateTimeInput(props: FieldProps) {
  const t = useT()
  return (
    <Typed
      {...props}
      placeholder={t('when.placeholder')}
      wrong={t('when.wrong')}
      read={(text) => parseWhen(text, new Date())?.toISOString()}
      write={(value) => writeWhen(new Date(value))}
    />
  )
}

/** A day; the value is `2026-11-23`. */
export function DayInput(props: FieldProps) {
  const t = useT()
  return (
    <Typed
      {...props}
      placeholder={t('when.dayPlaceholder')}
      wrong={t('when.dayWrong')}
      read={(text) => parseDay(text, new Date())}
      write={writeDay}
    />
  )
}

function Typed({
  label,
  value,
  onChange,
  required = false,
  description,
  size,
  bare = false,
  placeholder,
  wrong,
  read,
  write,
}: FieldProps & {
  readonly placeholder: string
  readonly wrong: string
  readonly read: (text: string) => string | undefined
  readonly write: (value: string) => string
}) {
  const [typed, setTyped] = useState<string>()
  const text = typed ?? (value === null ? '' : write(value))
  const bad = typed !== undefined && typed.trim() !== '' && read(typed) === undefined
  const settle = (): void => {
    if (typed === undefined || bad) return
    onChange(typed.trim() === '' ? null : (read(typed) ?? null))
    setTyped(undefined)
  }
  return (
    <TextInput
      {...(bare ? { 'aria-label': label } : { label })}
      {...(size === undefined ? {} : { size })}
      description={description}
      placeholder={placeholder}
      dir="ltr"
      inputMode="numeric"
      required={required}
      withAsterisk={false}
      value={text}
      error={bad ? wrong : undefined}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        const found = read(next)
        if (found !== undefined) onChange(found)
      }}
      onBlur={settle}
      styles={{ input: { textAlign: 'start' } }}
    />
  )
}
