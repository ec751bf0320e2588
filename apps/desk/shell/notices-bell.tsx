import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconBell, IconBellOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type Notice,
  noticeCountSchema,
  noticeListSchema,
  noticeReadSchema,
  readAllSchema,
} from '#contracts/notices/notices.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useAction } from '../keys/actions.ts'
import { useMe } from '../session/me.tsx'
import classes from './notices-bell.module.css'

const listQuery = read('/notices', noticeListSchema, { query: { limit: 30 } })
const refresh = [['/notices'], ['/notices/count']]

/** What happened that concerns this officer. */
export function NoticesBell() {
  const { t, number } = useLanguage()
  const [opened, setOpened] = useState(false)
  const { data: count } = useQuery({ ...read('/notices/count', noticeCountSchema), refetchInterval: 60_000 })
  const unread = count?.unread ?? 0
  useAction({ id: 'notices', label: 'top.notices', group: 'desk', keys: 'g n', run: () => setOpened(true) })
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={380} shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon
          size="lg"
          pos="relative"
          aria-label={`${t('top.notices')}: ${t('top.noticesUnread', { count: unread })}`}
          onClick={() => setOpened((open) => !open)}
        >
          <IconBell size={19} stroke={1.6} />
          {unread > 0 && <span className={classes['count']}>{number(unread)}</span>}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>{opened && <NoticeList onLeave={() => setOpened(false)} />}</Popover.Dropdown>
    </Popover>
  )
}

function NoticeList({ onLeave }: { readonly onLeave: () => void }) {
  const { t, pick } = useLanguage()
  const me = useMe()
  const navigate = useNavigate()
  const list = useQuery(listQuery)
  const readOne = useCommand(
    { path: (id: string) => `/notices/${id}/read`, body: () => ({}), answer: noticeReadSchema },
    { refresh },
  )
  const readAll = useCommand(
    { path: '/notices/read-all', body: (upTo: string) => ({ upTo }), answer: readAllSchema },
    { refresh },
  )
  const items = list.data?.items ?? []
  const newest = items[0]
  const open = (notice: Notice): void => {
    if (notice.readAt === null) readOne.mutate(notice.id)
    onLeave()
    if (notice.link.type === 'case') void navigate({ to: '/cases/$caseId', params: { caseId: notice.link.id } })
    else if (notice.link.type === 'line') void navigate({ to: '/register/$lineId', params: { lineId: notice.link.id } })
    else if (notice.link.type === 'custody')
      void navigate({ to: '/custody/$custodyId', params: { custodyId: notice.link.id } })
    else if (notice.link.type === 'exhibit')
      void navigate({ to: '/exhibits/$exhibitId', params: { exhibitId: notice.link.id } })
    else if (notice.link.type === 'exhibit-stocktaking')
      void navigate({ to: '/exhibits/stocktakings/$stocktakingId', params: { stocktakingId: notice.link.id } })
    else if (notice.link.type === 'officer')
      void navigate(
        notice.link.id === me.officer.id
          ? { to: '/account' }
          : { to: '/admin/officers/$officerId', params: { officerId: notice.link.id } },
      )
  }
  return (
    <div className={classes['box']}>
      <header>
        <h2>{t('top.notices')}</h2>
        {items.some((notice) => notice.readAt === null) && newest && (
          <Button size="compact-sm" variant="subtle" onClick={() => readAll.mutate(newest.id)}>
            {t('notices.readAll')}
          </Button>
        )}
      </header>
      {list.isPending && <Loading lines={4} />}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <Empty icon={IconBellOff} title={t('notices.emptyTitle')}>
          {t('notices.emptyBody')}
        </Empty>
      )}
      <ul>
        {items.map((notice) => (
          <li key={notice.id}>
            <button type="button" data-unread={notice.readAt === null || undefined} onClick={() => open(notice)}>
              <span>{pick(notice.text)}</span>
              <small>
                <When at={notice.createdAt} />
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
