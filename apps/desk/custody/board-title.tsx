import { ActionIcon, Tooltip } from '@mantine/core'
import { IconMaximize } from '@tabler/icons-react'
import type { Board } from '#contracts/custody/place.ts'
import { serverAhead } from '../api/server-clock.ts'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import classes from './board.module.css'
import { clockState, welfareLate } from './clock-words.ts'

// Past this the wall may no longer be what is behind the doors.
const stale = 45_000

/** The place, what is to be counted there, and the hour; `live` where the board is of now. */
export function BoardTitle({
  board,
  now,
  live,
  heardAt,
}: {
  readonly board: Board
  readonly now: number
  readonly live: boolean
  readonly heardAt: number
}) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const people = board.people.filter(({ endedAt }) => endedAt === null)
  const overdue = people.filter((held) => clockState(held, now).kind === 'over').length
  const late = people.filter((held) => (welfareLate(held, now) ?? 0) > 0).length
  const reader = { locale, digits }
  return (
    <>
      <div className={classes['title']}>
        <h1>
          <bdi>{locale === 'ar' ? board.place.nameAr : board.place.nameFr}</bdi>
        </h1>
        <p className={classes['counts']}>
          <span>{t('board.held', { count: people.length })}</span>
          {overdue > 0 && <strong>{t('board.overdue', { count: overdue })}</strong>}
          {late > 0 && <strong>{t('board.welfareLate', { count: late })}</strong>}
          {live && heardAt > 0 && now - (serverAhead.get() ?? 0) - heardAt > stale && (
            <strong>{t('board.stale', { time: formatWhen(new Date(heardAt), 'seconds', reader) })}</strong>
          )}
        </p>
      </div>
      <output className={classes['hour']} aria-live="off">
        <bdi>{formatWhen(new Date(now), live ? 'seconds' : 'time', reader)}</bdi>
        <small>{formatWhen(new Date(now), 'long', reader)}</small>
      </output>
    </>
  )
}

export function fillScreen(): void {
  void document.documentElement.requestFullscreen().catch(() => undefined)
}

export function FullScreenButton() {
  const { t } = useLanguage()
  return (
    <Tooltip label={t('board.full-screen')}>
      <ActionIcon size="lg" aria-label={t('board.full-screen')} onClick={fillScreen}>
        <IconMaximize size={19} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
