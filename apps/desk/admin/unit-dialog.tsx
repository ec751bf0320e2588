import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { foundUnitAnswer, unitChangedAnswer } from '#contracts/organisation/units.ts'
import { useCommand } from '../api/commands.ts'
import { DayInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { referenceQuery } from '../organisation/reference-query.ts'
import { type UnitFile, type UnitOperation, unitRefresh } from './unit-data.ts'
import { type Typed, changeOf, isReady, namesOf } from './unit-input.ts'

/** What an event of a unit asks for: its day, the decision behind it, and what it changes. */
export function UnitDialog({
  operation,
  unit,
  onClose,
}: {
  readonly operation: UnitOperation
  readonly unit: UnitFile
  readonly onClose: () => void
}) {
  const { t, pick } = useLanguage()
  const navigate = useNavigate()
  const reference = useQuery(referenceQuery)
  const [typed, setTyped] = useState<Typed>({
    ...(operation === 'renamed' ? unit.names : { ar: '', fr: '', en: '' }),
    kind: null,
    parentId: null,
    system: null,
    stage: 'pilot',
    on: null,
    decisionRef: '',
    place: '',
  })
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }))
  const found = useCommand(
    {
      path: '/units',
      body: (input: Typed) => ({
        kind: input.kind,
        names: namesOf(input),
        parentId: unit.id,
        on: input.on,
        decisionRef: input.decisionRef.trim(),
        place: input.place.trim() || null,
      }),
      answer: foundUnitAnswer,
    },
    {
      refresh: unitRefresh(unit.id),
      onDone: ({ unitId }) => {
        onClose()
        void navigate({ to: '/admin', search: { unit: unitId } })
      },
    },
  )
  const change = useCommand(
    {
      path: `/units/${unit.id}/events`,
      body: (input: Typed) => ({
        baseVersion: unit.version,
        on: input.on,
        decisionRef: input.decisionRef.trim(),
        change: operation === 'found' ? undefined : changeOf(operation, input),
      }),
      answer: unitChangedAnswer,
    },
    { refresh: unitRefresh(unit.id), onDone: onClose },
  )
  const send = operation === 'found' ? found : change
  const kindOf = (kind: string) => reference.data?.unitKinds.find(({ code }) => code === kind)
  // Only what may stand there is offered: under this unit, or in its place under the one above.
  const above = operation === 'found' ? unit.kind : (unit.chain.find(({ depth }) => depth === 1)?.kind ?? null)
  const kinds = (reference.data?.unitKinds ?? [])
    .filter(({ code, parents }) => parents.includes(above) && (operation === 'found' || code !== unit.kind))
    .map(({ code, labels }) => ({ value: code, label: pick(labels) }))
  const systems = (reference.data?.systems ?? []).map(({ code, labels }) => ({ value: code, label: pick(labels) }))
  const name = (locale: 'ar' | 'fr' | 'en') => (
    <TextInput
      key={locale}
      label={t(`unit.name.${locale}`)}
      dir={locale === 'ar' ? 'rtl' : 'ltr'}
      value={typed[locale]}
      onChange={(event) => set({ [locale]: event.currentTarget.value })}
    />
  )
  return (
    <Dialog onClose={onClose} title={t(`unit.${operation}`)}>
      <form
        className={page['stack']}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady(operation, typed)) send.mutate(typed)
        }}
      >
        <p className={page['quiet']}>
          <bdi>{pick(unit.names)}</bdi>
        </p>
        {operation === 'closed' && <p>{t('unit.closedNote')}</p>}
        {(operation === 'found' || operation === 'upgraded') && (
          <Select
            data-autofocus
            label={t('unit.kind')}
            data={kinds}
            value={typed.kind}
            onChange={(kind) => set({ kind })}
            nothingFoundMessage={t('common.none')}
          />
        )}
        {(operation === 'found' || operation === 'renamed') && (['ar', 'fr', 'en'] as const).map(name)}
        {operation === 'found' && (
          <TextInput
            label={t('admin.place')}
            dir="auto"
            value={typed.place}
            onChange={(event) => set({ place: event.currentTarget.value })}
          />
        )}
        {operation === 'moved' && (
          <UnitPicker
            label={t('unit.parent')}
            value={typed.parentId}
            onChange={(parentId) => set({ parentId })}
            fits={({ id, kind }) =>
              id !== unit.id && id !== unit.parentId && (kindOf(unit.kind)?.parents.includes(kind) ?? false)
            }
          />
        )}
        {operation === 'switched_on' && (
          <>
            <Select
              data-autofocus
              label={t('unit.system')}
              data={systems}
              value={typed.system}
              onChange={(system) => set({ system })}
            />
            <Select
              label={t('unit.stage')}
              data={(['pilot', 'general'] as const).map((value) => ({ value, label: t(`admin.stage.${value}`) }))}
              value={typed.stage}
              onChange={(stage) => stage && set({ stage: stage === 'pilot' ? 'pilot' : 'general' })}
              allowDeselect={false}
            />
          </>
        )}
        <DayInput label={t('unit.on')} description={t('unit.onNote')} value={typed.on} onChange={(on) => set({ on })} />
        <TextInput
          label={t('officer.decision')}
          dir="auto"
          value={typed.decisionRef}
          onChange={(event) => set({ decisionRef: event.currentTarget.value })}
        />
        {send.error && <Failure error={send.error} />}
        <Button type="submit" disabled={!isReady(operation, typed)} loading={send.isPending}>
          {t(`unit.${operation}`)}
        </Button>
      </form>
    </Dialog>
  )
}
