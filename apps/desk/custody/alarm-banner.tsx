import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useMay } from '../session/me.tsx'
import { AcknowledgeButton } from './acknowledge-button.tsx'
import { AlarmText } from './alarm-text.tsx'
import { alarmsQuery } from './custody-api.ts'
import classes from './alarm-banner.module.css'

/** On every page: the alarm that waits for the reader's name, the gravest first. It says a line and a cell, not who is held. */
export function AlarmBanner() {
  const { t, locale } = useLanguage()
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
          <Ref strong>{first.reference}</Ref>
        </Link>
        <strong>
          <AlarmText alarm={first} />
        </strong>
        <bdi>{locale === 'ar' ? first.place.ar : first.place.fr}</bdi>
        {first.cell !== null && <bdi>{t('custody.where.in-cell', { cell: first.cell })}</bdi>}
        {waiting.length > 1 && <span>{t('alarm.others', { count: waiting.length - 1 })}</span>}
      </p>
      <AcknowledgeButton alarmId={first.id} custodyId={first.custodyId} keys="g x" />
    </section>
  )
}
