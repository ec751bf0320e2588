import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPackage } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import queueClasses from '../cases/case-queue.module.css'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { MoreButton } from '../design/more-button.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { useT } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { ExhibitRow } from './exhibit-row.tsx'
import { usePlaceText } from './exhibit-words.tsx'
import classes from './exhibits.module.css'
import { type ExhibitView, exhibitViews, exhibitsQuery, placeTree, placesQuery } from './exhibits-api.ts'

/** The exhibits that the reader may see, by words or numbers, by place, and those that need a look. */
export function ExhibitsQueue({ view, place }: { readonly view: ExhibitView; readonly place: string | undefined }) {
  const t = useT()
  const navigate = useNavigate()
  const placeText = usePlaceText()
  const list = useListKeys<HTMLDivElement>()
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text, 250)
  const places = useQuery(placesQuery)
  const exhibits = useInfiniteQuery(exhibitsQuery(view, wanted, place))
  const items = exhibits.data?.pages.flatMap((each) => each.items) ?? []
  return (
    <div className={page['pane']} ref={list}>
      <nav className={queueClasses['queues']} aria-label={t('exhibits.view')}>
        {exhibitViews.map((each) => (
          <Link
            key={each}
            to="/exhibits"
            search={{ show: each, place }}
            aria-current={each === view ? 'true' : undefined}
          >
            {t(`exhibits.view.${each}`)}
          </Link>
        ))}
      </nav>
      <div className={classes['filters']}>
        <TextInput
          aria-label={t('exhibits.searchLabel')}
          placeholder={t('exhibits.search')}
          dir="auto"
          size="xs"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          aria-label={t('store.place')}
          placeholder={t('exhibits.anywhere')}
          size="xs"
          data={placeTree(places.data?.items ?? []).map((each) => ({
            value: each.place.id,
            label: `${'— '.repeat(each.depth)}${placeText(each.place)}`,
          }))}
          value={place ?? null}
          onChange={(id) => void navigate({ to: '/exhibits', search: { show: view, place: id ?? undefined } })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('exhibits.anywhere') }}
        />
      </div>
      {exhibits.isPending && <Loading lines={8} />}
      {exhibits.error && <Failure error={exhibits.error} onRetry={() => void exhibits.refetch()} />}
      {exhibits.data && items.length === 0 && (
        <Empty icon={IconPackage} title={t('exhibits.none')}>
          {view === 'all' ? t('exhibits.noneBody') : undefined}
        </Empty>
      )}
      <div className={rowClasses['rows']}>
        {items.map((item) => (
          <ExhibitRow key={item.id} item={item} compact />
        ))}
      </div>
      <MoreButton pages={exhibits} wide />
    </div>
  )
}
