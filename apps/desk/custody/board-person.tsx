import { IconAlertTriangleFilled, IconEye } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CustodySummary } from '#contracts/custody/custody.ts'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { useMe } from '../session/me.tsx'
import { formatWhen } from '../time/format-when.ts'
import classes from './board.module.css'
import { clockState, welfareLate, writeSpan } from './clock-words.ts'
import { PersonHeld } from './person-held.tsx'
import { useSpan } from './use-span.ts'
import { WhereText } from './where-text.tsx'

/** Someone on the wall: the name, the time left in large figures, and when someone must look in. */
export function BoardPerson({
  held,
  now,
  withWhere = false,
}: {
  readonly held: CustodySummary
  readonly now: number
  readonly withWhere?: boolean
}) {
  const { t, locale } = useLanguage()
  const { wall } = useMe()
  const { digits } = usePreferences()
  const span = useSpan()
  const { kind, tone, left } = clockState(held, now)
  const late = welfareLate(held, now)
  const stands = { className: classes['person'] ?? '', 'data-tone': tone, 'data-stands': kind }
  const shown = (
    <>
      <span className={classes['name']}>
        <PersonHeld name={held.name} />
      </span>
      <span className={classes['figure']}>
        {kind === 'over' || kind === 'none' || kind === 'near' ? (
          <IconAlertTriangleFilled size="0.8em" aria-hidden="true" />
        ) : null}
        <bdi>{left === null ? '—' : writeSpan(left, digits, true)}</bdi>
        <small>
          {kind === 'over' || kind === 'none'
            ? t(kind === 'over' ? 'custody.clock.overShort' : 'custody.clock.none')
            : held.clock.deadlineProven !== null && <When at={held.clock.deadlineProven} />}
        </small>
      </span>
      {withWhere && (
        <span className={classes['where']}>
          <WhereText where={held.where} />{' '}
          <small>
            {t('custody.where.since')} {formatWhen(new Date(held.where.since), 'time', { locale, digits })}
          </small>
        </span>
      )}
      <span className={classes['signs']}>
        {late !== null && held.welfareDueAt !== null && (
          <span className={classes['welfare']} data-late={late > 0 || undefined}>
            <IconEye size="1em" stroke={1.8} aria-hidden="true" />
            {late > 0
              ? t('custody.welfare.late', { time: span(late) })
              : t('custody.welfare.due', { time: formatWhen(new Date(held.welfareDueAt), 'time', { locale, digits }) })}
          </span>
        )}
        {held.age !== 'adult' && <StateChip tone="soon">{t(`custody.age.${held.age}`)}</StateChip>}
        {held.risk !== 'standard' && <StateChip tone="soon">{t(`custody.risk.${held.risk}`)}</StateChip>}
      </span>
    </>
  )
  // A screen on the wall leads nowhere.
  if (wall !== null) return <div {...stands}>{shown}</div>
  return (
    <Link to="/custody/$custodyId" params={{ custodyId: held.id }} search={{ held: 'open' }} data-row {...stands}>
      {shown}
    </Link>
  )
}
