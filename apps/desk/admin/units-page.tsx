import { TextInput } from '@mantine/core'
import { IconScale, IconSearch, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { type unitAnswer, unitDetailAnswer, unitsAnswer } from '#contracts/organisation/units.ts'
import { read } from '../api/queries.ts'
import { DayInput } from '../design/date-time-input.tsx'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { useMay } from '../session/me.tsx'
import { fold } from '../shell/fold.ts'
import { Panes } from '../shell/panes.tsx'
import classes from './units.module.css'
import { UnitDetail } from './unit-detail.tsx'
import { UnitOperations } from './unit-operations.tsx'
import { WaitingRecoveries } from './waiting-recoveries.tsx'

export type Unit = z.output<typeof unitAnswer>

/** The tree of units on any day. */
export function UnitsPage() {
  const { t } = useLanguage()
  const { on, unit: chosenId } = useSearch({ from: '/admin' })
  const units = useQuery({ ...read('/units', unitsAnswer, { query: { on } }), staleTime: 600_000 })
  const detail = useQuery({
    ...read(`/units/${chosenId ?? ''}`, unitDetailAnswer),
    enabled: chosenId !== undefined,
  })
  const mayChange = useMay('unit.change')
  // One that is closed stands in the tree no more, and is still read about.
  const chosen = units.data?.items.find((unit) => unit.id === chosenId) ?? (detail.data && closedUnit(detail.data))
  return (
    <Panes
      name="units"
      queue={
        units.error ? (
          <Failure error={units.error} onRetry={() => void units.refetch()} />
        ) : units.data ? (
          <UnitTree items={units.data.items} date={units.data.date} chosenId={chosenId} />
        ) : (
          <Loading lines={12} />
        )
      }
      file={
        chosen ? (
          <UnitDetail key={chosen.id} unit={chosen} detail={detail.data} />
        ) : (
          <Empty icon={IconSitemap} title={t('admin.choose')}>
            {t('admin.chooseBody')}
          </Empty>
        )
      }
      {...(mayChange && chosen && detail.data?.id === chosen.id
        ? { act: <UnitOperations key={chosen.id} unit={detail.data} /> }
        : {})}
    />
  )
}

function closedUnit(detail: z.output<typeof unitDetailAnswer>): Unit | undefined {
  if (detail.closedOn === null) return undefined
  return { ...detail, since: detail.foundedOn ?? '', dateKnown: true, latitude: null, longitude: null }
}

function UnitTree({
  items,
  date,
  chosenId,
}: {
  readonly items: readonly Unit[]
  readonly date: string
  readonly chosenId: string | undefined
}) {
  const { t, pick } = useLanguage()
  const navigate = useNavigate()
  const mayLaw = useMay('law.approve')
  const [text, setText] = useState('')
  const list = useListKeys<HTMLDivElement>()
  const rows = useMemo(() => inOrder(items), [items])
  const wanted = fold(text)
  const shown = wanted === '' ? rows : rows.filter(({ unit }) => fold(pick(unit.names)).includes(wanted))
  return (
    <div className={page['pane']} ref={list}>
      <header className={page['paneHead']}>
        <h1>{t('admin.units')}</h1>
        {mayLaw && (
          <ActButton
            id="law"
            label="law.title"
            keys="g l"
            icon={IconScale}
            size="compact-xs"
            variant="subtle"
            onRun={() => void navigate({ to: '/admin/law' })}
          />
        )}
      </header>
      <div className={classes['head']}>
        <TextInput
          size="xs"
          placeholder={t('admin.filter')}
          aria-label={t('admin.filter')}
          leftSection={<IconSearch size={15} stroke={1.6} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DayInput
          bare
          size="xs"
          label={t('admin.on')}
          value={date}
          onChange={(day) => day && void navigate({ to: '/admin', search: (before) => ({ ...before, on: day }) })}
        />
      </div>
      <WaitingRecoveries />
      <div className={rowClasses['rows']}>
        {shown.map(({ unit, depth }) => (
          <button
            key={unit.id}
            type="button"
            className={rowClasses['row']}
            style={{ paddingInlineStart: 14 + (wanted === '' ? depth * 16 : 0) }}
            aria-current={unit.id === chosenId ? 'page' : undefined}
            data-row
            onClick={() => void navigate({ to: '/admin', search: (before) => ({ ...before, unit: unit.id }) })}
          >
            <bdi>{pick(unit.names)}</bdi>
          </button>
        ))}
      </div>
    </div>
  )
}

/** The tree written out from the top, each unit with how deep it stands. */
function inOrder(items: readonly Unit[]): { unit: Unit; depth: number }[] {
  const known = new Set(items.map(({ id }) => id))
  const below = new Map<string | null, Unit[]>()
  for (const unit of items) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const write = (parent: string | null, depth: number): { unit: Unit; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...write(unit.id, depth + 1)])
  return write(null, 0)
}
