import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../i18n/language.tsx'
import { useMay } from '../session/me.tsx'
import { AcknowledgeButton } from './acknowledge-button.tsx'
import { AlarmText } from './alarm-text.tsx'
import { alarmsQuery } from './custody-api.ts'
import classes from './alarm-banner.module.css'
import { PersonHeld } from './person-held.tsx'

/** On every page: the alarm that waits for the reader's name, the one that is due first on top. */
export function AlarmBanner() {
  const { t } = useLanguage()
  const may = useMay('custody.acknowledge')
  const { data } = useQuery({ ...alarmsQuery, enabled: may, refetchInterval: 15_000 })
  const waiting = (data?.items ?? []).toSorted((one, other) => one.hoursBefore - other.hoursBefore)
  const [first] = waiting
  if (!first) return null
  return (
    <section className={classes['banner']} aria-label={t('alarm.title')} data-noprint>
      <IconAlertTriangleFilled size={18} aria-hidden="true" />
      <p>
        <Link to="/custody/$custodyId" params={{ custodyId: first.custodyId }} search={{ held: 'open' }}>
          <PersonHeld name={first.name} /> <bdi dir="ltr">{first.reference}</bdi>
        </Link>
        <strong>
          <AlarmText alarm={first} />
        </strong>
        {waiting.length > 1 && <span>{t('alarm.others', { count: waiting.length - 1 })}</span>}
      </p>
      <AcknowledgeButton alarmId={first.id} custodyId={first.custodyId} keys="g x" />
    </section>
  )
}
