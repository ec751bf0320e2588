import { Textarea } from '@mantine/core'
import { IconPrinter, IconTransfer } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Bulletin, bulletinSchema, handoverListSchema, writtenHandoverSchema } from '#contracts/intake/shift.ts'
import { useCommand } from '../api/commands.ts'
import { addressOf } from '../api/http.ts'
import { read } from '../api/queries.ts'
import { DateTimeInput, DayInput } from '../design/date-time-input.tsx'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { ActButton } from '../keys/act-button.tsx'
import { Panes } from '../shell/panes.tsx'
import { wallDay } from '../time/legal-time.ts'
import { HandoverText } from './handover-text.tsx'
import classes from './shift.module.css'
import { focusFirst } from '../design/focus-first.ts'

/** The figures of a day, and what one shift leaves to the next. */
export function BulletinPage() {
  const { t, locale } = useLanguage()
  const [date, setDate] = useState(() => wallDay(new Date()))
  const bulletin = useQuery(read('/bulletin', bulletinSchema, { query: { date } }))
  return (
    <Panes
      name="bulletin"
      file={
        <div className={page['reading']}>
          <header className={page['head']}>
            <h1>{t('bulletin.title')}</h1>
            <div className={page['actions']} style={{ alignItems: 'end' }} data-noprint>
              <DayInput
                bare
                size="xs"
                label={t('bulletin.date')}
                value={date}
                onChange={(day) => day && setDate(day)}
              />
              <ActButton
                id="bulletin print"
                label="bulletin.print"
                keys="mod+p"
                icon={IconPrinter}
                size="xs"
                variant="default"
                onRun={() => window.open(addressOf('/bulletin.pdf', { date, lang: locale }), '_blank')}
              />
            </div>
          </header>
          {bulletin.isPending && <Loading lines={6} />}
          {bulletin.error && <Failure error={bulletin.error} onRetry={() => void bulletin.refetch()} />}
          {bulletin.data && <Figures bulletin={bulletin.data} />}
        </div>
      }
      act={<Handovers />}
    />
  )
}

function Figures({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t, number } = useLanguage()
  const rows: readonly { label: TextKey; value: number | null; late?: boolean }[] = [
    { label: 'bulletin.received', value: bulletin.received },
    { label: 'bulletin.casesOpened', value: bulletin.casesOpened },
    { label: 'bulletin.becameCase', value: bulletin.becameCase },
    { label: 'bulletin.joinedCase', value: bulletin.joinedCase },
    { label: 'bulletin.passedOn', value: bulletin.passedOn },
    { label: 'bulletin.closed', value: bulletin.closed },
    { label: 'bulletin.answered', value: bulletin.answered },
    { label: 'bulletin.openLines', value: bulletin.openLines },
    { label: 'bulletin.overdueLines', value: bulletin.overdueLines, late: bulletin.overdueLines > 0 },
    { label: 'bulletin.awaiting', value: bulletin.awaitingAuthorisation },
    { label: 'bulletin.inTray', value: bulletin.inTray },
    { label: 'bulletin.late', value: bulletin.lateEntries },
  ]
  const most = Math.max(1, ...bulletin.byKind.map(({ count }) => count))
  const kinds = bulletin.byKind.filter(({ count }) => count > 0)
  return (
    <>
      <dl className={classes['figures']}>
        {rows.map(({ label, value, late }) =>
          value === null ? null : (
            <div key={label} data-late={late || undefined}>
              <dt>{t(label)}</dt>
              <dd>{number(value)}</dd>
            </div>
          ),
        )}
      </dl>
      {kinds.length > 0 && (
        <Section title={t('bulletin.byKind')}>
          <div className={classes['bars']}>
            {kinds.map(({ kind, count }) => [
              <span key={`${kind} name`}>{t(`line.kind.${kind}`)}</span>,
              <span key={`${kind} bar`} style={{ inlineSize: `${(count / most) * 100}%` }} aria-hidden="true" />,
              <span key={`${kind} count`}>{number(count)}</span>,
            ])}
          </div>
        </Section>
      )}
    </>
  )
}

function Handovers() {
  const { t } = useLanguage()
  const [writing, setWriting] = useState(false)
  const handovers = useQuery(read('/handovers', handoverListSchema))
  return (
    <div className={page['padded']}>
      <Section
        title={t('handover.title')}
        aside={
          !writing && (
            <ActButton
              id="handover"
              label="handover.write"
              keys="h"
              icon={IconTransfer}
              size="xs"
              variant="subtle"
              onRun={() => setWriting(true)}
            />
          )
        }
      >
        {writing && <WriteHandover onClose={() => setWriting(false)} />}
        {handovers.isPending && <Loading lines={4} />}
        {handovers.error && <Failure error={handovers.error} onRetry={() => void handovers.refetch()} />}
        {handovers.data?.items.length === 0 && !writing && (
          <Empty icon={IconTransfer} title={t('handover.none')}>
            {t('handover.noneBody')}
          </Empty>
        )}
        {handovers.data?.items.map((item) => (
          <HandoverText key={item.id} item={item} />
        ))}
      </Section>
    </div>
  )
}

function WriteHandover({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [text, setText] = useState('')
  const [shiftFrom, setFrom] = useState<string | null>(() => new Date(Date.now() - 8 * 3_600_000).toISOString())
  const [shiftTo, setTo] = useState<string | null>(() => new Date().toISOString())
  const write = useCommand(
    { path: '/handovers', body: (body: object) => body, answer: writtenHandoverSchema },
    { refresh: [['/handovers']], onDone: onClose },
  )
  const run = (): void => {
    if (text.trim() && shiftFrom && shiftTo) write.mutate({ text: text.trim(), shiftFrom, shiftTo })
  }
  return (
    <form
      ref={focusFirst}
      className={page['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <Textarea
        label={t('handover.text')}
        dir="auto"
        minRows={5}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DateTimeInput label={t('handover.from')} value={shiftFrom} onChange={setFrom} />
      <DateTimeInput label={t('handover.to')} value={shiftTo} onChange={setTo} />
      {write.error && <Failure error={write.error} />}
      <ActButton
        id="handover send"
        label="handover.write"
        keys="mod+enter"
        inFields
        loading={write.isPending}
        onRun={run}
      />
    </form>
  )
}
