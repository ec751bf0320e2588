import { Chip, NumberInput, SegmentedControl, Select, TextInput, Textarea } from '@mantine/core'
import { useId } from 'react'
import type { z } from 'zod'
import type { FieldValue, FieldValueOf, PvContent } from '#contracts/documents/content.ts'
import type { draftSchema } from '#contracts/documents/draft.ts'
import type { Condition, FormField } from '#contracts/documents/form.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { setValue } from './content-edit.ts'
import { ListField } from './fields/list-field.tsx'
import { OriginNote } from './fields/origin-note.tsx'
import { PersonField } from './fields/person-field.tsx'
import { QuestionsField } from './fields/qa-field.tsx'
import { RichTextField } from './fields/rich-text-field.tsx'
import { SketchField } from './fields/sketch-field.tsx'
import classes from './fields/fields.module.css'

interface PvFieldProps {
  readonly field: FormField
  readonly content: PvContent
  readonly people: z.output<typeof draftSchema>['people']
  readonly onChange: (edit: (content: PvContent) => PvContent) => void
}

/** True where a field is asked for: always, or where another field has one of certain values. */
function holds(condition: Condition | undefined, content: PvContent): boolean {
  if (!condition) return true
  const value = content.values[condition.field]
  switch (value?.type) {
    case 'choice':
      return value.code !== null && condition.is.includes(value.code)
    case 'boolean':
      return value.value !== null && condition.is.includes(value.value)
    case 'mention':
      return value.variant !== null && condition.is.includes(value.variant)
    case 'person':
      return condition.is.includes(value.people.length > 0)
    case 'text':
    case 'rich-text':
    case 'date-time':
    case 'quantity':
    case 'list':
    case 'question-answer':
    case 'sketch':
    case undefined:
      return false
  }
}

/** One field of a form: its name, how much it matters, and what it takes. */
export function PvField({ field, content, people, onChange }: PvFieldProps) {
  const { t, pick } = useLanguage()
  const id = useId()
  if (!holds(field.when, content)) return null
  return (
    <div className={classes['field']} id={`field-${field.id}`} data-field={field.id} tabIndex={-1}>
      <div className={classes['label']} id={id}>
        {pick(field.labels)}
        {field.article && <small>{t('pv.articles', { articles: field.article })}</small>}
      </div>
      {field.hint && <small style={{ color: 'var(--ink-3)' }}>{pick(field.hint)}</small>}
      <Control field={field} content={content} people={people} onChange={onChange} labelId={id} />
      <OriginNote path={field.id} name={pick(field.labels)} content={content} onChange={onChange} />
    </div>
  )
}

function Control({ field, content, people, onChange, labelId }: PvFieldProps & { readonly labelId: string }) {
  const { t, pick } = useLanguage()
  const name = pick(field.labels)
  const raw = content.values[field.id]
  const valueOf = <T extends FieldValue['type']>(type: T): FieldValueOf<T> | undefined =>
    raw?.type === type ? (raw as FieldValueOf<T>) : undefined
  const set = (value: FieldValue): void => onChange((before) => setValue(before, field.id, value))
  switch (field.type) {
    case 'text': {
      const text = valueOf('text')?.text ?? ''
      const shared = {
        'aria-labelledby': labelId,
        dir: 'auto',
        value: text,
        onChange: (event: { currentTarget: { value: string } }) =>
          set({ type: 'text', text: event.currentTarget.value }),
      } as const
      return field.multiline ? <Textarea {...shared} minRows={3} /> : <TextInput {...shared} />
    }
    case 'rich-text':
      return (
        <RichTextField
          label={name}
          labelId={labelId}
          value={valueOf('rich-text')?.doc}
          onChange={(doc) => set({ type: 'rich-text', doc })}
        />
      )
    case 'date-time':
      return (
        <DateTimeInput
          bare
          label={name}
          value={valueOf('date-time')?.at ?? null}
          onChange={(at) => set({ type: 'date-time', at })}
        />
      )
    case 'person':
      return <PersonField field={field} content={content} people={people} onChange={onChange} />
    case 'choice': {
      const value = valueOf('choice')
      return (
        <Select
          aria-labelledby={labelId}
          data={field.options.map(({ code, labels }) => ({ value: code, label: pick(labels) }))}
          value={value?.code ?? null}
          onChange={(code) => set({ type: 'choice', code, ...(value?.note ? { note: value.note } : {}) })}
          clearable
        />
      )
    }
    case 'boolean': {
      const value = valueOf('boolean')?.value ?? null
      return (
        <SegmentedControl
          aria-labelledby={labelId}
          style={{ justifySelf: 'start' }}
          value={value === null ? 'open' : value ? 'yes' : 'no'}
          onChange={(answer) => set({ type: 'boolean', value: answer === 'open' ? null : answer === 'yes' })}
          data={(['yes', 'no', 'open'] as const).map((answer) => ({ value: answer, label: t(`answer.${answer}`) }))}
        />
      )
    }
    case 'quantity': {
      const value = valueOf('quantity')
      return (
        <div className={classes['chips']}>
          <NumberInput
            aria-labelledby={labelId}
            dir="ltr"
            hideControls
            value={value?.amount ?? ''}
            onChange={(amount) =>
              set({
                type: 'quantity',
                amount: amount === '' ? null : Number(amount),
                unit: value?.unit ?? field.units[0]?.code ?? null,
              })
            }
          />
          {field.units.length > 1 && (
            <Select
              aria-labelledby={labelId}
              data={field.units.map(({ code, labels }) => ({ value: code, label: pick(labels) }))}
              value={value?.unit ?? field.units[0]?.code ?? null}
              onChange={(unit) => set({ type: 'quantity', amount: value?.amount ?? null, unit })}
              allowDeselect={false}
            />
          )}
        </div>
      )
    }
    case 'list':
      return (
        <ListField field={field} rows={valueOf('list')?.rows ?? []} onChange={(rows) => set({ type: 'list', rows })} />
      )
    case 'question-answer':
      return (
        <QuestionsField
          field={field}
          items={valueOf('question-answer')?.items ?? []}
          onChange={(items) => set({ type: 'question-answer', items })}
        />
      )
    case 'mention': {
      const value = valueOf('mention')
      const chosen = field.variants.find(({ code }) => code === value?.variant)
      return (
        <div style={{ display: 'grid', gap: 8 }}>
          <div className={classes['chips']} role="radiogroup" aria-labelledby={labelId}>
            {field.variants.map(({ code, labels }) => (
              <Chip
                key={code}
                type="radio"
                radius="sm"
                name={field.id}
                value={code}
                checked={value?.variant === code}
                onChange={() => set({ type: 'mention', variant: code, ...(value?.note ? { note: value.note } : {}) })}
              >
                {pick(labels)}
              </Chip>
            ))}
          </div>
          {chosen && chosen.note !== 'none' && (
            <Textarea
              aria-label={`${name}: ${t('mention.note')}`}
              placeholder={t('mention.note')}
              dir="auto"
              minRows={1}
              value={value?.note ?? ''}
              onChange={(event) => set({ type: 'mention', variant: chosen.code, note: event.currentTarget.value })}
            />
          )}
        </div>
      )
    }
    case 'sketch':
      return (
        <SketchField
          label={name}
          sketch={valueOf('sketch')?.sketch ?? null}
          onChange={(sketch) => set({ type: 'sketch', sketch })}
        />
      )
  }
}
