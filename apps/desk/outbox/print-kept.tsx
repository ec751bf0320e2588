import { Portal } from '@mantine/core'
import { useEffect } from 'react'
import { createStore, useStore } from '../app-store.ts'
import { byServerClock } from '../api/server-clock.ts'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { useMe } from '../session/me.tsx'
import { useTraining } from '../session/training.ts'
import { formatWhen } from '../time/format-when.ts'
import type { Kept } from './kept.ts'
import { kinds, plainOf } from './kinds.ts'
import classes from './print-kept.module.css'

const printing = createStore<readonly Kept[]>([])

/** Prints what was taken down, so that whoever came can leave with a paper. It says that it is no receipt. */
export function printKept(kept: readonly Kept[]): void {
  printing.set(kept)
}

/** The paper itself: in the page only while it is being printed, and alone on it then. */
export function KeptSheet() {
  const { t, locale, pick } = useLanguage()
  const { digits } = usePreferences()
  const { officer, unit } = useMe()
  const training = useTraining()
  const kept = useStore(printing)
  useEffect(() => {
    if (kept.length === 0) return undefined
    const done = (): void => printing.set([])
    window.addEventListener('afterprint', done)
    document.body.dataset['sheet'] = 'true'
    window.print()
    return () => {
      window.removeEventListener('afterprint', done)
      delete document.body.dataset['sheet']
    }
  }, [kept])
  if (kept.length === 0) return null
  return (
    <Portal>
      <div className={classes['sheet']} data-printed>
        {kept.map((each) => (
          <article key={each.id}>
            {training && <p className={classes['mark']}>{t('training.mark')}</p>}
            <header>
              <bdi>{pick(unit.names)}</bdi>
              <bdi>{locale === 'ar' ? officer.nameAr : officer.nameLatin}</bdi>
            </header>
            <h1>{t('outbox.sheetTitle')}</h1>
            <p>
              {t(`outbox.type.${each.type}`)}
              {' · '}
              <bdi>{formatWhen(byServerClock(each.occurredAt, each.ahead), 'full', { locale, digits })}</bdi>
            </p>
            <p className={classes['words']} dir="auto">
              {plainOf(each.type, each.payload)?.words}
            </p>
            <Person kept={each} />
            <footer>{t(each.type === 'custody.open' ? 'outbox.sheetNotePlacement' : 'outbox.sheetNote')}</footer>
          </article>
        ))}
      </div>
    </Portal>
  )
}

function Person({ kept }: { readonly kept: Kept }) {
  const { t } = useLanguage()
  if (kept.type !== 'register.record') return null
  const given = kinds['register.record'].payload.safeParse(kept.payload)
  const contact = given.data?.body.contact
  if (!contact) return null
  const fields = [
    ['line.nameAr', contact.nameAr],
    ['line.nameLatin', contact.nameLatin],
    ['line.identity', contact.identityNumber],
    ['line.phone', contact.phone],
    ['line.address', contact.address],
  ] as const
  return (
    <dl>
      {fields.map(
        ([label, value]) =>
          value !== undefined && (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
