import { IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { recoveriesAnswer } from '#contracts/identity/administration.ts'
import { read } from '../api/queries.ts'
import { RowText, rowClasses } from '../design/rows.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useMay } from '../session/me.tsx'
import classes from './units.module.css'

/** New means of access that were asked for and wait for somebody's decision; nothing where none do. */
export function WaitingRecoveries() {
  const { t, locale } = useLanguage()
  const { data } = useQuery({ ...read('/recoveries', recoveriesAnswer), enabled: useMay('credential.approve') })
  if (!data || data.items.length === 0) return null
  return (
    <section className={`${rowClasses['rows']} ${classes['waiting']}`} aria-label={t('recovery.waiting')}>
      <h2 className={rowClasses['day']}>{t('recovery.waiting')}</h2>
      {data.items.map(({ id, officer, askedAt }) => (
        <Link
          key={id}
          to="/admin/officers/$officerId"
          params={{ officerId: officer.id }}
          className={rowClasses['row'] ?? ''}
          data-row
        >
          <RowText
            lead={<IconKey size={15} stroke={1.6} aria-hidden="true" />}
            title={<bdi>{locale === 'ar' ? officer.nameAr : officer.nameLatin}</bdi>}
            end={<When at={askedAt} />}
          />
        </Link>
      ))}
    </section>
  )
}
