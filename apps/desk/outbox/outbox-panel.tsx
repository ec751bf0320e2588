import { Button } from '@mantine/core'
import { IconCloudCheck, IconPrinter, IconSend } from '@tabler/icons-react'
import { line } from '../api/line.ts'
import { useStore } from '../app-store.ts'
import { Empty } from '../design/empty.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import { useClockError } from './clock-error.ts'
import { KeptRow } from './kept-row.tsx'
import { dropUnreadable, flush, outbox } from './outbox.ts'
import classes from './outbox-panel.module.css'
import { printKept } from './print-kept.tsx'
import { RecordedRow } from './recorded-row.tsx'

/** How the line stands, what waits on this computer and what of it has been recorded. */
export function OutboxPanel({ onLeave }: { readonly onLeave: () => void }) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const { online, downSince } = useStore(line)
  const { items, sending, recorded, unreadable } = useStore(outbox)
  const clock = useClockError()
  const list = useListKeys<HTMLDivElement>()
  const time = downSince === null ? '' : formatWhen(new Date(downSince), 'time', { locale, digits })
  return (
    <section className={classes['box']} ref={list} aria-label={t('outbox.title')}>
      <header>
        <h2>{t('outbox.title')}</h2>
        <p>{online ? t('outbox.up') : t('outbox.downSince', { time })}</p>
        {!online && <p>{t('outbox.downMore')}</p>}
        {clock && (
          <p className={classes['warning']}>
            {t(clock.way === 'behind' ? 'outbox.clockBehind' : 'outbox.clockAhead', { minutes: clock.minutes })}
          </p>
        )}
        {unreadable > 0 && (
          <p className={classes['warning']}>
            {t('outbox.unreadable', { count: unreadable })}{' '}
            <Button size="compact-xs" variant="subtle" onClick={() => void dropUnreadable()}>
              {t('outbox.throwAway')}
            </Button>
          </p>
        )}
      </header>
      {items.length > 0 && (
        <div className={classes['acts']}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconSend size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void flush()}
            data-autofocus
          >
            {t('outbox.sendNow')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => printKept(items)}
          >
            {t('outbox.printAll')}
          </Button>
        </div>
      )}
      <ul>
        {items.map((kept) => (
          <KeptRow key={kept.id} kept={kept} sending={kept.id === sending} onLeave={onLeave} />
        ))}
      </ul>
      {items.length === 0 && recorded.length === 0 && (
        <Empty icon={IconCloudCheck} title={t('outbox.empty')}>
          {t('outbox.emptyBody')}
        </Empty>
      )}
      {recorded.length > 0 && (
        <>
          <h3>{t('outbox.recordedTitle')}</h3>
          <ul>
            {recorded.map((each) => (
              <RecordedRow key={each.kept.id} recorded={each} onLeave={onLeave} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
