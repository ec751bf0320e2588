import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { factSources, recordFactsBody } from '#contracts/registry/person.ts'
import { useCommand } from '../api/commands.ts'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import {
  type FactField,
  type RecordedFacts,
  type Typed,
  asRecorded,
  emptyOf,
  factFields,
  typedOf,
} from './fact-fields.ts'
import type { About, Known } from './group-facts.ts'

const abouts = Object.keys(factFields) as About[]
const recorded = z.object({ id: z.uuid(), added: z.int(), ended: z.int() })

interface FactDialogProps {
  readonly personId: string
  readonly caseId: string | undefined
  readonly refresh: readonly (readonly unknown[])[]
  /** The fact that is corrected; a new one is added where it is left out. */
  readonly corrects?: Known | undefined
  readonly onClose: () => void
}

/** Takes down what is newly known of a person, or puts a better fact in the place of an earlier one. */
export function FactDialog({ personId, caseId, refresh, corrects, onClose }: FactDialogProps) {
  const t = useT()
  const [about, setAbout] = useState<About>(corrects?.about ?? 'name')
  const [typed, setTyped] = useState<Typed>(corrects ? typedOf(corrects) : emptyOf('name'))
  const [source, setSource] = useState<(typeof factSources)[number]>('statement')
  const [sourceNote, setSourceNote] = useState('')
  const [strike, setStrike] = useState(false)
  const [endReason, setEndReason] = useState('')
  const send = useCommand(
    {
      path: `/persons/${personId}/facts`,
      body: (input: RecordedFacts) => input,
      answer: recorded,
      purpose: caseId === undefined ? undefined : `case:${caseId}`,
    },
    { refresh, onDone: onClose },
  )
  const body = {
    source,
    sourceNote: sourceNote.trim() || null,
    caseId: caseId ?? null,
    ...(strike ? {} : asRecorded(about, typed)),
    ...(corrects ? { ends: [corrects.fact.id], endReason: endReason.trim() } : {}),
  }
  const ready = recordFactsBody.safeParse(body).success && (strike || says(typed))
  const run = (): void => {
    if (ready) send.mutate(body)
  }
  const title = corrects ? 'person.correct' : 'person.addFact'
  return (
    <FormDialog
      id="fact save"
      title={title}
      size="lg"
      error={send.error}
      ready={ready}
      pending={send.isPending}
      onRun={run}
      onClose={onClose}
    >
      {corrects ? (
        <>
          <p className={page['quiet']}>{t('person.correctWhy')}</p>
          <SegmentedControl
            aria-label={t('person.correct')}
            data={[
              { value: 'replace', label: t('person.replace') },
              { value: 'strike', label: t('person.strike') },
            ]}
            value={strike ? 'strike' : 'replace'}
            onChange={(value) => setStrike(value === 'strike')}
          />
        </>
      ) : (
        <Select
          label={t('person.about')}
          data={abouts.map((value) => ({ value, label: t(`person.fact.${value}`) }))}
          value={about}
          onChange={(value) => {
            if (value === null) return
            setAbout(value)
            setTyped(emptyOf(value))
          }}
          allowDeselect={false}
          data-autofocus
        />
      )}
      {!strike && (
        <div className={page['fields']}>
          {factFields[about].map((field) => (
            <FieldOf
              key={`${about}.${field.name}`}
              field={field}
              value={typed[field.name] ?? ''}
              onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
        </div>
      )}
      <div className={page['fields']}>
        <Select
          label={t('person.source')}
          data={factSources.map((value) => ({ value, label: t(`person.source.${value}`) }))}
          value={source}
          onChange={(value) => value && setSource(value)}
          allowDeselect={false}
        />
        <TextInput
          label={t('person.sourceNote')}
          dir="auto"
          value={sourceNote}
          onChange={(event) => setSourceNote(event.currentTarget.value)}
        />
      </div>
      {corrects && (
        <TextInput
          label={t('person.endReason')}
          dir="auto"
          required
          data-autofocus
          value={endReason}
          onChange={(event) => setEndReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}

const says = (typed: Typed): boolean => Object.values(typed).some((value) => typeof value === 'string' && value.trim())

function FieldOf({
  field,
  value,
  onChange,
}: {
  readonly field: FactField
  readonly value: string | boolean
  readonly onChange: (value: string | boolean) => void
}) {
  const t = useT()
  if (field.check) {
    return (
      <Checkbox
        label={t(field.label)}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
        style={{ alignSelf: 'end' }}
      />
    )
  }
  if (field.options) {
    return (
      <Select
        label={t(field.label)}
        data={field.options.map((option) => ({ value: option.value, label: t(option.label) }))}
        value={String(value)}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
        allowDeselect={false}
      />
    )
  }
  return (
    <TextInput
      label={t(field.label)}
      dir={field.dir}
      value={String(value)}
      placeholder={field.placeholder}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
