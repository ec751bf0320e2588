import { IconCheck, IconPrinter, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { useCommand } from '../api/commands.ts'
import { addressOf } from '../api/http.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMay } from '../session/me.tsx'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import { dayListQuery } from './custody-api.ts'
import { CustodyRow } from './custody-row.tsx'

/** Everyone placed in the hours before: what goes to the prosecutor each day, and whether that took note. */
export function DayList({
  placeId,
  day,
  choose,
}: {
  readonly placeId: string
  readonly day: string
  readonly choose: ReactNode
}) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const maySend = useMay('custody.send-day-list')
  const mayNote = useMay('custody.visa')
  const mayPrint = useMay('custody.print')
  const list = useQuery(dayListQuery(placeId, day))
  const refresh = [[`/custody-places/${placeId}/day-list`]]
  const answer = z.object({})
  const send = useCommand({ path: `/custody-places/${placeId}/day-lists`, body: () => ({ day }), answer }, { refresh })
  const { data } = list
  const note = useCommand(
    { path: (id: string) => `/custody-day-lists/${id}/acknowledgement`, body: () => ({}), answer },
    { refresh },
  )
  const time = (at: string): string => formatWhen(new Date(at), 'moment', { locale, digits })
  const sent = data?.sent ?? null
  return (
    <Section title={t('dayList.title')} aside={choose}>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {!data && !list.error && <Loading lines={3} />}
      {data && (
        <div className={page['stack']}>
          <p className={page['quiet']}>{t('dayList.span', { from: time(data.from), to: time(data.to) })}</p>
          <div>
            {sent === null ? (
              <StateChip tone="plain">{t('dayList.notSent')}</StateChip>
            ) : (
              <>
                <StateChip tone={sent.acknowledgedAt === null ? 'active' : 'done'}>
                  {t(sent.acknowledgedAt === null ? 'dayList.sent' : 'dayList.acknowledged')}
                </StateChip>{' '}
                <When at={sent.acknowledgedAt ?? sent.at} />
              </>
            )}
          </div>
          {data.lines.length === 0 && <p>{t('dayList.empty')}</p>}
          <div className={rowClasses['rows']}>
            {data.lines.map((line) => (
              <CustodyRow key={line.id} held={line} />
            ))}
          </div>
          {(send.error ?? note.error) && <Failure error={send.error ?? note.error} />}
          <div className={page['actions']}>
            {maySend && sent === null && (
              <ActButton
                id="day list send"
                label="dayList.send"
                keys="shift+s"
                icon={IconSend}
                size="xs"
                loading={send.isPending}
                onRun={() => send.mutate(undefined)}
              />
            )}
            {mayNote && sent !== null && sent.acknowledgedAt === null && (
              <ActButton
                id="day list note"
                label="dayList.acknowledge"
                keys="y"
                icon={IconCheck}
                size="xs"
                loading={note.isPending}
                onRun={() => note.mutate(sent.id)}
              />
            )}
            {mayPrint && (
              <ActButton
                id="day list print"
                label="dayList.print"
                icon={IconPrinter}
                size="xs"
                variant="default"
                onRun={() =>
                  window.open(addressOf(`/custody-places/${placeId}/day-list.pdf`, { day, lang: locale }), '_blank')
                }
              />
            )}
          </div>
        </div>
      )}
    </Section>
  )
}
