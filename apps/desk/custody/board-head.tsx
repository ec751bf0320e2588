import { ActionIcon, Select, Slider, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconClockPause, IconDeviceTv, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Board } from '#contracts/custody/place.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useAction } from '../keys/actions.ts'
import { usePreferences } from '../preferences.ts'
import { useMay } from '../session/me.tsx'
import { SchemeButton } from '../shell/scheme-button.tsx'
import { formatWhen } from '../time/format-when.ts'
import classes from './board.module.css'
import { BoardTitle, FullScreenButton, fillScreen } from './board-title.tsx'
import { placesQuery } from './custody-api.ts'
import { HangWallDialog } from './hang-wall-dialog.tsx'
import { serverNow, useNow } from './use-now.ts'
import { useSpan } from './use-span.ts'

const minute = 60_000
const furthest = 48 * 60
const step = 15

/** The place, the hour, the counts; and the way back to any minute of the past. */
export function BoardHead({
  board,
  at,
  heardAt,
  onAt,
}: {
  readonly board: Board
  readonly at: string | undefined
  readonly heardAt: number
  readonly onAt: (at: string | undefined) => void
}) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const navigate = useNavigate()
  const mayHang = useMay('wall.hang')
  const [hanging, setHanging] = useState(false)
  const running = useNow()
  const places = useQuery(placesQuery).data?.items ?? []
  const now = at === undefined ? running : Date.parse(board.at)
  const reader = { locale, digits }
  const moved = (minutes: number): void => {
    const next = (at === undefined ? serverNow() : Date.parse(at)) + minutes * minute
    onAt(next >= serverNow() - minute ? undefined : new Date(next).toISOString())
  }
  useAction({ id: 'board earlier', label: 'board.earlier', group: 'do', keys: ',', run: () => moved(-step) })
  useAction({ id: 'board later', label: 'board.later', group: 'do', keys: '.', run: () => moved(step) })
  useAction({
    id: 'board wall',
    label: 'wall.hang',
    group: 'do',
    keys: 'w',
    when: mayHang,
    run: () => setHanging(true),
  })
  useAction({ id: 'board full', label: 'board.full-screen', group: 'do', keys: 'f', run: fillScreen })
  return (
    <header className={classes['head']} data-past={at !== undefined || undefined}>
      <BoardTitle board={board} now={now} live={at === undefined} heardAt={heardAt} />
      <div className={classes['tools']}>
        {places.length > 1 && (
          <Select
            size="xs"
            aria-label={t('board.choosePlace')}
            data={places.map((each) => ({ value: each.id, label: locale === 'ar' ? each.nameAr : each.nameFr }))}
            value={board.place.id}
            onChange={(placeId) => placeId && void navigate({ to: '/custody/board/$placeId', params: { placeId } })}
            allowDeselect={false}
            searchable
          />
        )}
        <SchemeButton />
        <FullScreenButton />
        {mayHang && (
          <Tooltip label={t('wall.hang')}>
            <ActionIcon size="lg" aria-label={t('wall.hang')} onClick={() => setHanging(true)}>
              <IconDeviceTv size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t('board.leave')}>
          <ActionIcon size="lg" aria-label={t('board.leave')} onClick={() => void navigate({ to: '/custody' })}>
            <IconX size={19} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <TimeBack at={at} onAt={onAt} />
      {hanging && <HangWallDialog place={board.place} onClose={() => setHanging(false)} />}
      {at !== undefined && (
        <output className={classes['past']}>
          <IconClockPause size="1.1em" aria-hidden="true" />
          {t('board.past', { time: formatWhen(new Date(board.at), 'moment', reader) })}
          <ActButton id="board now" label="board.now" keys="0" size="xs" onRun={() => onAt(undefined)} />
        </output>
      )}
    </header>
  )
}

/** Two days under the thumb, any earlier minute in the field. */
function TimeBack({ at, onAt }: { readonly at: string | undefined; readonly onAt: (at: string | undefined) => void }) {
  const { t } = useLanguage()
  const span = useSpan()
  const [held, hold] = useState<number>()
  const send = useDebouncedCallback((minutes: number) => {
    onAt(minutes >= 0 ? undefined : new Date(serverNow() + minutes * minute).toISOString())
    hold(undefined)
  }, 250)
  const stands = at === undefined ? 0 : Math.max(-furthest, Math.round((Date.parse(at) - serverNow()) / minute))
  return (
    <div className={classes['timeBack']}>
      <Slider
        min={-furthest}
        max={0}
        step={5}
        size="sm"
        color="gray"
        value={held ?? stands}
        label={(value) => (value === 0 ? t('board.now') : t('board.hoursAgo', { time: span(value * minute) }))}
        thumbLabel={t('board.asAtHours')}
        onChange={(minutes) => {
          hold(minutes)
          send(minutes)
        }}
      />
      <DateTimeInput
        bare
        size="xs"
        label={t('board.asAt')}
        value={at ?? null}
        onChange={(next) => onAt(next ?? undefined)}
      />
    </div>
  )
}
