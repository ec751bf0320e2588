import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useMay } from '../session/me.tsx'
import { PlaceName } from './exhibit-words.tsx'
import { stocktakingsQuery } from './exhibits-api.ts'

/** The counts, newest first: where, when, and how much differed. */
export function StocktakingList() {
  const { t, number } = useLanguage()
  const mayCount = useMay('exhibit.count')
  const { data, error, refetch } = useQuery({ ...stocktakingsQuery, enabled: mayCount })
  if (!mayCount) return null
  return (
    <Section title={t('count.all')}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className={page['quiet']}>{t('count.none')}</p>}
      <div className={rowClasses['rows']}>
        {data?.items.map((each) => (
          <Link
            key={each.id}
            to="/exhibits/stocktakings/$stocktakingId"
            params={{ stocktakingId: each.id }}
            className={rowClasses['row'] ?? ''}
            data-row
          >
            <RowText
              title={<PlaceName place={each.place} />}
              state={
                each.closedAt === null ? (
                  <StateChip tone="active">{t('count.open')}</StateChip>
                ) : (
                  <StateChip tone={each.differences > 0 ? 'soon' : 'done'}>
                    {t('count.differences')} {number(each.differences)}
                  </StateChip>
                )
              }
              second={t('count.labels', { scanned: number(each.scanned), expected: number(each.expected) })}
              end={<When at={each.closedAt ?? each.openedAt} />}
            />
          </Link>
        ))}
      </div>
    </Section>
  )
}
