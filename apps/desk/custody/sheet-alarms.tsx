import type { Custody } from '#contracts/custody/custody.ts'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useT } from '../i18n/language.tsx'
import { AlarmText } from './alarm-text.tsx'
import { AcknowledgeButton } from './acknowledge-button.tsx'
import classes from './custody.module.css'

/** Alarms that were raised for this person and who took note of each. */
export function SheetAlarms({ held }: { readonly held: Custody }) {
  const t = useT()
  const raised = held.alarms.filter((alarm) => alarm.raisedAt !== null)
  if (raised.length === 0) return null
  return (
    <ul className={classes['alarms']} aria-label={t('alarm.title')}>
      {raised.map((alarm) => (
        <li key={alarm.id}>
          <StateChip tone={alarm.mine ? 'late' : 'plain'}>
            <AlarmText alarm={alarm} />
          </StateChip>
          <small>
            {alarm.acknowledged.length > 0 ? (
              <bdi>{t('alarm.by', { names: alarm.acknowledged.map(({ officer }) => officer).join(' · ') })}</bdi>
            ) : (
              alarm.raisedAt !== null && <When at={alarm.raisedAt} />
            )}
          </small>
          {alarm.mine && <AcknowledgeButton alarmId={alarm.id} custodyId={held.id} />}
        </li>
      ))}
    </ul>
  )
}
