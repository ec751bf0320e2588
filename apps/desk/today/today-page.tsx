import { Anchor } from '@mantine/core'
import { IconCoffee, IconMail, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type Queue, caseListSchema, queueCountsSchema } from '#contracts/casework/case-lists.ts'
import { draftListSchema } from '#contracts/documents/draft.ts'
import { pvListSchema } from '#contracts/documents/pv.ts'
import { handoverListSchema } from '#contracts/intake/shift.ts'
import { read } from '../api/queries.ts'
import { CaseRow } from '../cases/case-row.tsx'
import { Empty } from '../design/empty.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { ActButton } from '../keys/act-button.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { LineRow } from '../register/line-row.tsx'
import { linesQuery } from '../register/register-api.ts'
import { useMay, useMe } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import { HandoverText } from '../shift/handover-text.tsx'

const few = 6

/** What must be done now, the most urgent first. */
export function TodayPage() {
  const { t, locale } = useLanguage()
  const { officer } = useMe()
  const list = useListKeys<HTMLDivElement>()
  const [now] = useState(() => new Date().toISOString())
  return (
    <Panes
      name="today"
      file={
        <div className={page['reading']} ref={list}>
          <header className={page['head']}>
            <h1>{t('today.hello', { name: locale === 'ar' ? officer.nameAr : officer.nameLatin })}</h1>
            <p>
              <When at={now} form="long" />
            </p>
          </header>
          <WhatWaits />
        </div>
      }
      act={<TodayActs />}
    />
  )
}

function WhatWaits() {
  const { t, pick } = useLanguage()
  const mayCases = useMay('case.read')
  const mayRegister = useMay('register.read')
  const mayDraft = useMay('pv.draft')
  const queue = (name: Queue) => read('/cases', caseListSchema, { query: { queue: name, limit: few } })
  const counts = useQuery({ ...read('/cases/queues', queueCountsSchema), enabled: mayCases })
  const overdue = useQuery({ ...queue('overdue'), enabled: mayCases })
  const incoming = useQuery({ ...queue('incoming'), enabled: mayCases })
  const mine = useQuery({ ...queue('mine'), enabled: mayCases })
  const waiting = useQuery({ ...queue('waiting'), enabled: mayCases })
  const lines = useInfiniteQuery({ ...linesQuery('mine'), enabled: mayRegister })
  const post = useInfiniteQuery({ ...linesQuery('post'), enabled: mayRegister })
  const myLines = lines.data?.pages.flatMap((each) => each.items).slice(0, few) ?? []
  const myPost = post.data?.pages.flatMap((each) => each.items).slice(0, few) ?? []
  const groups = [
    { key: 'overdue', title: 'today.overdue', data: overdue.data },
    { key: 'incoming', title: 'today.incoming', data: incoming.data },
    { key: 'mine', title: 'today.mine', data: mine.data },
    { key: 'waiting', title: 'today.waiting', data: waiting.data },
  ] as const satisfies readonly { key: Queue; title: TextKey; data: unknown }[]
  const drafts = useQuery({ ...read('/drafts', draftListSchema), enabled: mayDraft })
  const toSign = useQuery({ ...read('/pvs/to-sign', pvListSchema), enabled: mayDraft })
  const myDrafts = drafts.data?.items.slice(0, few) ?? []
  const mySigns = toSign.data?.items.slice(0, few) ?? []
  const pending = [overdue, incoming, mine, waiting, lines, post, drafts, toSign].some((each) => each.isLoading)
  const nothing =
    groups.every(({ data }) => (data?.items.length ?? 0) === 0) &&
    myLines.length + myPost.length + myDrafts.length + mySigns.length === 0
  if (pending) return <Loading lines={10} />
  if (nothing) {
    return (
      <Empty icon={IconCoffee} title={t('today.clear')}>
        {t('today.clearBody')}
      </Empty>
    )
  }
  return (
    <>
      {groups.slice(0, 2).map(({ key, title, data }) => (
        <Group key={key} title={title} count={counts.data?.[key]} queue={key} empty={(data?.items.length ?? 0) === 0}>
          {data?.items.map((item) => (
            <CaseRow key={item.id} item={item} />
          ))}
        </Group>
      ))}
      <Group title="pv.toSign" empty={mySigns.length === 0}>
        {mySigns.map((pv) => (
          <Link key={pv.id} to="/pvs/$pvId" params={{ pvId: pv.id }} className={rowClasses['row'] ?? ''} data-row>
            <RowText
              lead={<Ref>{pv.reference}</Ref>}
              title={pick(pv.labels)}
              end={<When at={pv.finalisedAt} form="day" />}
            />
          </Link>
        ))}
      </Group>
      <Group title="pv.drafts" empty={myDrafts.length === 0}>
        {myDrafts.map((draft) => (
          <Link
            key={draft.id}
            to="/drafts/$draftId"
            params={{ draftId: draft.id }}
            className={rowClasses['row'] ?? ''}
            data-row
          >
            <RowText
              lead={draft.caseReference && <Ref>{draft.caseReference}</Ref>}
              title={draft.labels ? pick(draft.labels) : draft.form}
              end={<When at={draft.savedAt} />}
            />
          </Link>
        ))}
      </Group>
      <Group title="today.lines" empty={myLines.length === 0}>
        {myLines.map((item) => (
          <LineRow key={item.id} item={item} withDay />
        ))}
      </Group>
      <Group title="today.post" empty={myPost.length === 0}>
        {myPost.map((item) => (
          <LineRow key={item.id} item={item} withDay />
        ))}
      </Group>
      {groups.slice(2).map(({ key, title, data }) => (
        <Group key={key} title={title} count={counts.data?.[key]} queue={key} empty={(data?.items.length ?? 0) === 0}>
          {data?.items.map((item) => (
            <CaseRow key={item.id} item={item} />
          ))}
        </Group>
      ))}
    </>
  )
}

function Group({
  title,
  count,
  queue,
  empty,
  children,
}: {
  readonly title: TextKey
  readonly count?: number | undefined
  readonly queue?: Queue
  readonly empty: boolean
  readonly children: ReactNode
}) {
  const { t, number } = useLanguage()
  if (empty) return null
  return (
    <Section
      title={t(title)}
      count={count === undefined ? undefined : number(count)}
      aside={
        queue && (
          <Anchor size="sm" renderRoot={(props) => <Link to="/cases" search={{ queue }} {...props} />}>
            {t('today.all')}
          </Anchor>
        )
      }
    >
      <div className={rowClasses['rows']}>{children}</div>
    </Section>
  )
}

function TodayActs() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const mayRegister = useMay('register.record')
  const mayRead = useMay('register.read')
  const handovers = useQuery({ ...read('/handovers', handoverListSchema), enabled: mayRead })
  const last = handovers.data?.items[0]
  return (
    <div className={page['padded']}>
      {mayRegister && (
        <div className={page['stack']}>
          <ActButton
            id="line new"
            label="register.new"
            keys="n"
            icon={IconPlus}
            fullWidth
            onRun={() => void navigate({ to: '/register/new', search: { view: 'day' } })}
          />
          <ActButton
            id="post new"
            label="register.newPost"
            keys="p"
            icon={IconMail}
            fullWidth
            variant="default"
            onRun={() => void navigate({ to: '/register/new', search: { view: 'post', post: true } })}
          />
        </div>
      )}
      {last && (
        <Section title={t('today.handover')}>
          <HandoverText item={last} />
        </Section>
      )}
    </div>
  )
}
