import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import queueClasses from '../cases/case-queue.module.css'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { useT } from '../i18n/language.tsx'
import { useAction } from '../keys/actions.ts'
import { useListKeys } from '../keys/use-list-keys.ts'
import { type CustodyView, custodiesQuery, custodyViews } from './custody-api.ts'
import { CustodyRow } from './custody-row.tsx'
import classes from './custody.module.css'
import { usePulse } from './use-pulse.ts'

/** Everyone held whom the reader may see, and who was; found by name or line. */
export function CustodyQueue({ view }: { readonly view: CustodyView }) {
  const t = useT()
  const list = useListKeys<HTMLDivElement>()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), 300)
  const { data, error, refetch } = useQuery(custodiesQuery(view, wanted))
  usePulse({}, refetch)
  useAction({
    id: 'custody search',
    label: 'custody.search',
    group: 'list',
    keys: '/',
    run: () => field.current?.focus(),
  })
  return (
    <div className={page['pane']} ref={list}>
      <nav className={queueClasses['queues']} aria-label={t('custody.view')}>
        {custodyViews.map((each) => (
          <Link key={each} to="/custody" search={{ held: each }} aria-current={each === view ? 'true' : undefined}>
            {t(`custody.view.${each}`)}
            {each === view && data && <span>{data.items.length}</span>}
          </Link>
        ))}
      </nav>
      <TextInput
        ref={field}
        className={classes['search'] ?? ''}
        size="xs"
        aria-label={t('custody.search')}
        placeholder={t('custody.search')}
        dir="auto"
        leftSection={<IconSearch size={15} stroke={1.6} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data?.items.length === 0 && (
        <Empty icon={IconUserOff} title={t(`custody.empty.${view}`)}>
          {t('custody.emptyBody')}
        </Empty>
      )}
      <div className={rowClasses['rows']}>
        {data?.items.map((held) => (
          <CustodyRow key={held.id} held={held} />
        ))}
      </div>
    </div>
  )
}
