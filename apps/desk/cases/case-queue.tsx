import { IconChecklist, IconFolderOpen } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Queue, caseListSchema, queueCountsSchema, queues } from '#contracts/casework/case-lists.ts'
import { readPages } from '../api/pages.ts'
import { read } from '../api/queries.ts'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { MoreButton } from '../design/more-button.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { CaseRow } from './case-row.tsx'
import classes from './case-queue.module.css'

/** The cases of a queue, and the queues with how many stand in each. */
export function CaseQueue({ queue }: { readonly queue: Queue }) {
  const { t, number } = useLanguage()
  const list = useListKeys<HTMLDivElement>()
  const counts = useQuery(read('/cases/queues', queueCountsSchema))
  const cases = useInfiniteQuery(readPages('/cases', caseListSchema, { query: { queue }, cursor: 'cursor' }))
  const items = cases.data?.pages.flatMap((each) => each.items) ?? []
  return (
    <div className={page['pane']} ref={list}>
      <nav className={classes['queues']} aria-label={t('cases.queue')}>
        {queues.map((each) => (
          <Link key={each} to="/cases" search={{ queue: each }} aria-current={each === queue ? 'true' : undefined}>
            {t(`cases.queue.${each}`)}
            {counts.data && <span>{number(counts.data[each])}</span>}
          </Link>
        ))}
      </nav>
      {cases.isPending && <Loading lines={8} />}
      {cases.error && <Failure error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.data && items.length === 0 && (
        <Empty icon={queue === 'overdue' ? IconChecklist : IconFolderOpen} title={t(`cases.empty.${queue}`)}>
          {queue === 'mine' || queue === 'unit' ? t('cases.emptyBody') : undefined}
        </Empty>
      )}
      <div className={rowClasses['rows']}>
        {items.map((item) => (
          <CaseRow key={item.id} item={item} />
        ))}
      </div>
      <MoreButton pages={cases} wide />
    </div>
  )
}
