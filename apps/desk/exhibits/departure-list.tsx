import { useQuery } from '@tanstack/react-query'
import { Failure } from '../design/failure.tsx'
import { Bdi, Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { PlaceName } from './exhibit-words.tsx'
import { departuresQuery } from './exhibits-api.ts'

/** What went from here to another unit: from which place, to whom, when. Not shown where nothing did. */
export function DepartureList() {
  const { t, number, locale } = useLanguage()
  const { data, error, refetch } = useQuery(departuresQuery)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || data.items.length === 0) return null
  return (
    <Section title={t('store.left')} count={number(data.items.length)}>
      <div className={rowClasses['rows']}>
        {data.items.map(({ id, reference, from, toUnit, receivedBy, occurredAt }) => (
          <div key={id} className={rowClasses['row']}>
            <RowText
              lead={<Ref>{reference}</Ref>}
              title={<Bdi>{locale === 'ar' ? toUnit.nameAr : toUnit.nameFr}</Bdi>}
              second={
                <>
                  {t('store.leftFrom')} <PlaceName place={from} />
                  {receivedBy && (
                    <>
                      {' · '}
                      {t('party.received')} <Bdi>{locale === 'ar' ? receivedBy.nameAr : receivedBy.nameLatin}</Bdi>
                    </>
                  )}
                </>
              }
              end={<When at={occurredAt} />}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}
