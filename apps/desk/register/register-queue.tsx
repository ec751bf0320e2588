import { IconBook2, IconInbox } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import queueClasses from '../cases/case-queue.module.css'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { MoreButton } from '../design/more-button.tsx'
import page from '../design/page.module.css'
import { RowText, rowClasses } from '../design/rows.tsx'
import { When } from '../design/when.tsx'
import { useT } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { LineRow } from './line-row.tsx'
import { type RegisterView, linesQuery, registerViews, transfersQuery } from './register-api.ts'

/** The day book and what of it is still open. */
export function RegisterQueue({ view }: { readonly view: RegisterView }) {
  const t = useT()
  const list = useListKeys<HTMLDivElement>()
  return (
    <div className={page['pane']} ref={list}>
      <nav className={queueClasses['queues']} aria-label={t('register.view')}>
        {registerViews.map((each) => (
          <Link key={each} to="/register" search={{ view: each }} aria-current={each === view ? 'true' : undefined}>
            {t(`register.view.${each}`)}
          </Link>
        ))}
      </nav>
      {view === 'transfers' ? <Transfers /> : <Lines view={view} />}
    </div>
  )
}

function Lines({ view }: { readonly view: Exclude<RegisterView, 'transfers'> }) {
  const t = useT()
  const lines = useInfiniteQuery(linesQuery(view))
  const items = lines.data?.pages.flatMap((each) => each.items) ?? []
  if (lines.isPending) return <Loading lines={8} />
  if (lines.error) return <Failure error={lines.error} onRetry={() => void lines.refetch()} />
  if (items.length === 0) {
    return (
      <Empty icon={view === 'day' ? IconBook2 : IconInbox} title={t(`register.empty.${view}`)}>
        {t('register.emptyBody')}
      </Empty>
    )
  }
  return (
    <>
      <div className={rowClasses['rows']}>
        {items.map((item) => (
          <LineRow key={item.id} item={item} withDay={view !== 'day'} />
        ))}
      </div>
      <MoreButton pages={lines} wide />
    </>
  )
}

function Transfers() {
  const t = useT()
  const { data, error, refetch } = useQuery(transfersQuery)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={4} />
  if (data.items.length === 0) return <Empty icon={IconInbox} title={t('register.empty.transfers')} />
  return (
    <div className={rowClasses['rows']}>
      {data.items.map((item) => (
        <Link
          key={item.id}
          to="/register/transfers/$transferId"
          params={{ transferId: item.id }}
          search={(before) => before}
          className={rowClasses['row'] ?? ''}
          data-row
        >
          <RowText
            title={t(`line.kind.${item.kind}`)}
            more={item.name ?? ''}
            second={item.reason ?? item.text ?? ''}
            end={<When at={item.sentAt} form="day" />}
          />
        </Link>
      ))}
    </div>
  )
}
