import { Button, Select, Switch, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import {
  type changeUnitBody,
  foundUnitAnswer,
  unitChangedAnswer,
  type unitDetailAnswer,
} from '#contracts/organisation/units.ts'
import { useCommand } from '../api/commands.ts'
import { DayInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { referenceQuery } from './officer-data.ts'

type UnitFile = z.output<typeof unitDetailAnswer>
type Change = z.input<typeof changeUnitBody>['change']

const operations = ['found', 'upgraded', 'renamed', 'moved', 'switched_on', 'closed'] as const
type Operation = (typeof operations)[number]

/** What is asked for again when the tree has changed. */
const unitRefresh = (id: string): readonly (readonly unknown[])[] => [['/units'], [`/units/${id}`]]

/** What happens to a unit, each with its day and the decision behind it; and how it works. */
export function UnitOperations({ unit }: { readonly unit: UnitFile }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState<Operation>()
  const isClosed = unit.closedOn !== null
  const setting = useCommand(
    {
      path: `/units/${unit.id}/settings`,
      body: (value: boolean) => ({ baseVersion: unit.version, setting: 'sign_on_screen', value }),
      answer: unitChangedAnswer,
    },
    { refresh: unitRefresh(unit.id) },
  )
  return (
    <div className={page['padded']}>
      <Section title={t('unit.operations')}>
        <div className={page['stack']} style={{ gap: 6 }}>
          {operations.map((each) => (
            <ActButton
              key={each}
              id={`unit ${each}`}
              label={`unit.${each}`}
              fullWidth
              variant="default"
              disabled={isClosed}
              {...(each === 'found' ? { icon: IconPlus } : {})}
              onRun={() => setOpen(each)}
            />
          ))}
        </div>
      </Section>
      <Section title={t('unit.settings')}>
        <Switch
          label={t('admin.signOnScreen')}
          description={t('unit.signOnScreenNote')}
          checked={setting.isPending ? setting.variables : unit.signOnScreen}
          disabled={isClosed || setting.isPending}
          onChange={(event) => setting.mutate(event.currentTarget.checked)}
        />
        {setting.error && <Failure error={setting.error} />}
      </Section>
      {open && <UnitDialog operation={open} unit={unit} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

interface Typed {
  readonly ar: string
  readonly fr: string
  readonly en: string
  readonly kind: string | null
  readonly parentId: string | null
  readonly system: string | null
  readonly stage: 'pilot' | 'general'
  readonly on: string | null
  readonly decisionRef: string
  readonly place: string
}

function changeOf(operation: Exclude<Operation, 'found'>, typed: Typed): Change {
  switch (operation) {
    case 'upgraded':
      return { type: 'upgraded', kind: typed.kind ?? '' }
    case 'renamed':
      return { type: 'renamed', names: namesOf(typed) }
    case 'moved':
      return { type: 'moved', parentId: typed.parentId ?? '' }
    case 'switched_on':
      return { type: 'switched_on', system: typed.system ?? '', stage: typed.stage }
    case 'closed':
      return { type: 'closed' }
  }
}

function namesOf({ ar, fr, en }: Typed): { ar: string; fr: string; en: string } {
  return { ar: ar.trim(), fr: fr.trim(), en: en.trim() || fr.trim() }
}

function isReady(operation: Operation, typed: Typed): boolean {
  if (typed.on === null || typed.decisionRef.trim() === '') return false
  const isNamed = typed.ar.trim() !== '' && typed.fr.trim() !== ''
  switch (operation) {
    case 'found':
      return isNamed && typed.kind !== null
    case 'upgraded':
      return typed.kind !== null
    case 'renamed':
      return isNamed
    case 'moved':
      return typed.parentId !== null
    case 'switched_on':
      return typed.system !== null
    case 'closed':
      return true
  }
}

function UnitDialog({
  operation,
  unit,
  onClose,
}: {
  readonly operation: Operation
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
          <UnitPicker label={t('unit.parent')} value={typed.parentId} onChange={(parentId) => set({ parentId })} />
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
