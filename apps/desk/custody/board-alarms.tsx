import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { CustodySummary } from '#contracts/custody/custody.ts'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { useMe } from '../session/me.tsx'
import { AcknowledgeButton } from './acknowledge-button.tsx'
import { AlarmText } from './alarm-text.tsx'
import classes from './board.module.css'
import { clockState, writeSpan } from './clock-words.ts'
import { PersonHeld } from './person-held.tsx'
import { WhereText } from './where-text.tsx'

/** On top of the wall: whose deadline has passed, then alarms of which nobody has taken note. */
export function BoardAlarms({ people, now }: { readonly people: readonly CustodySummary[]; readonly now: number }) {
  const { t } = useLanguage()
  const { digits } = usePreferences()
  const { wall } = useMe()
  const overdue = people.flatMap((held) => {
    const { kind, left } = clockState(held, now)
    return kind === 'over' && left !== null ? [{ held, left }] : []
  })
  const alarms = people.flatMap((held) =>
    held.alarms
      .filter(({ raisedAt, acknowledged }) => raisedAt !== null && acknowledged.length === 0)
      .map((alarm) => ({ held, alarm })),
  )
  if (overdue.length === 0 && alarms.length === 0) return null
  return (
    <section className={classes['alarms']} aria-label={t('board.alarms')}>
      <ul>
        {overdue.map(({ held, left }) => (
          <li key={held.id} data-over>
            <IconAlertTriangleFilled size="1em" aria-hidden="true" />
            <strong>
              <PersonHeld name={held.name} />
            </strong>
            <span>{t('custody.clock.over', { time: writeSpan(left, digits, true) })}</span>
            <span>
              <WhereText where={held.where} />
            </span>
          </li>
        ))}
        {alarms.map(({ held, alarm }) => (
          <li key={alarm.id}>
            <IconAlertTriangleFilled size="1em" aria-hidden="true" />
            <strong>
              <PersonHeld name={held.name} />
            </strong>
            <Ref>{held.reference}</Ref>
            <span>
              <AlarmText alarm={alarm} />
            </span>
            {alarm.mine && wall === null && <AcknowledgeButton alarmId={alarm.id} custodyId={held.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
