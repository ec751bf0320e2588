import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { pointPrecisions } from '#contracts/casework/case-facts.ts'
import { baseMapSchema } from '#contracts/casework/map.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { useT } from '../i18n/language.tsx'
import classes from './map.module.css'
import type { PlaceMapProps } from './place-map.tsx'
import { type MapPoint, parsePoint, townNamedIn, writePoint } from './point.ts'

const PlaceMap = lazy(async () => ({ default: (await import('./place-map.tsx')).PlaceMap }))
const baseMapQuery = { ...read('/map', baseMapSchema), staleTime: Infinity }

/** What speaks of a town: the text of the place, the names of the unit. The map opens there before there is a point. */
type Near = readonly (string | null)[]

/** Where it happened, on the map: shown. */
export function ShownPlace({ point, near }: { readonly point: MapPoint; readonly near: Near }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <div className={classes['holder']}>
      <p className={page['actions']}>
        <Ref>{writePoint(point)}</Ref>
        {point.precision && <span className={page['quiet']}>{t(`map.precision.${point.precision}`)}</span>}
        <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen((on) => !on)}>
          {t(open ? 'map.hide' : 'map.show')}
        </Button>
      </p>
      {open && <Drawn near={near} point={point} />}
    </div>
  )
}

/** Where it happened, on the map: chosen by click or arrow keys, typed as numbers, or cleared. */
export function ChosenPlace({
  near,
  point,
  onChange,
}: {
  readonly near: Near
  readonly point: MapPoint | null
  readonly onChange: (point: MapPoint | null) => void
}) {
  const t = useT()
  const [typed, setTyped] = useState(point ? writePoint(point) : '')
  const [open, setOpen] = useState(point !== null)
  const set = (next: MapPoint | null): void => {
    setTyped(next ? writePoint(next) : '')
    onChange(next)
  }
  const wrong = typed.trim() !== '' && parsePoint(typed) === undefined
  return (
    <div className={classes['holder']}>
      <div className={page['fields']}>
        <TextInput
          label={t('map.point')}
          description={t('map.pointHow')}
          dir="ltr"
          placeholder="34.26101, -6.58020"
          value={typed}
          error={wrong ? t('map.pointWrong') : undefined}
          onChange={(event) => {
            const text = event.currentTarget.value
            setTyped(text)
            const read = parsePoint(text)
            if (read) onChange({ ...read, precision: point?.precision ?? 'street' })
            else if (text.trim() === '') onChange(null)
          }}
        />
        <Select
          label={t('map.precision')}
          description={t('map.precisionHow')}
          data={pointPrecisions.map((value) => ({ value, label: t(`map.precision.${value}`) }))}
          value={point ? (point.precision ?? 'street') : null}
          disabled={!point}
          onChange={(precision) => precision && point && onChange({ ...point, precision })}
          allowDeselect={false}
        />
      </div>
      <p className={page['actions']}>
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen((on) => !on)}>
          {t(open ? 'map.hide' : 'map.choose')}
        </Button>
        {point && (
          <Button size="compact-sm" variant="subtle" onClick={() => set(null)}>
            {t('map.clear')}
          </Button>
        )}
      </p>
      {open && (
        <>
          <p className={page['quiet']}>{t('map.keys')}</p>
          <Drawn
            near={near}
            point={point}
            onChoose={(chosen) => set({ ...chosen, precision: point?.precision ?? 'street' })}
          />
        </>
      )}
    </div>
  )
}

function Drawn({ near, point, onChoose }: Pick<PlaceMapProps, 'point' | 'onChoose'> & { readonly near: Near }) {
  const base = useQuery(baseMapQuery)
  if (base.error) return <Failure error={base.error} onRetry={() => void base.refetch()} />
  if (!base.data) return <Loading lines={4} />
  const town = townNamedIn(base.data, near)
  return (
    <Suspense fallback={<Loading lines={4} />}>
      <PlaceMap map={base.data} point={point} near={town?.at} onChoose={onChoose} />
    </Suspense>
  )
}
