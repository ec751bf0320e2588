import { useInfiniteQuery } from '@tanstack/react-query'
import { historySchema } from '#contracts/casework/history.ts'
import { readPages } from '../api/pages.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { MoreButton } from '../design/more-button.tsx'
import { Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { wallDay } from '../time/legal-time.ts'
import classes from './case-page.module.css'

/** What happened to the file, as sentences, newest first. */
export function CaseHistory({ caseId }: { readonly caseId: string }) {
  const { t, locale } = useLanguage()
  const history = useInfiniteQuery(
    readPages(`/cases/${caseId}/history`, historySchema, { cursor: 'cursor', purpose: `case:${caseId}` }),
  )
  const items = history.data?.pages.flatMap((each) => each.items) ?? []
  return (
    <Section title={t('case.history')}>
      {history.isPending && <Loading lines={4} />}
      {history.error && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      <ol className={classes['history']}>
        {items.map((item, index) => {
          const day = wallDay(new Date(item.at))
          const before = items[index - 1]
          const newDay = before === undefined || wallDay(new Date(before.at)) !== day
          return (
            <li key={item.id}>
              {newDay && (
                <span className={classes['day']}>
                  <When at={item.at} form="long" />
                </span>
              )}
              <When at={item.at} form="seconds" />
              <span>
                <bdi>{item.sentence}</bdi>{' '}
                <small>
                  <bdi>
                    {item.officer
                      ? locale === 'ar'
                        ? item.officer.nameAr
                        : item.officer.nameLatin
                      : t('case.history.system')}
                  </bdi>
                </small>
              </span>
            </li>
          )
        })}
      </ol>
      <MoreButton pages={history} />
    </Section>
  )
}
