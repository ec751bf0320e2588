import { Tooltip } from '@mantine/core'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { type WhenForm, approximateHijri, formatPartialDate, formatWhen } from '../time/format-when.ts'
import { Bdi } from './ref.tsx'

/** A moment in the reader's words; the full moment, and the Hijri date where wished for, one hover away. */
export function When({ at, form = 'moment' }: { readonly at: string; readonly form?: WhenForm }) {
  const { locale, t } = useLanguage()
  const { digits, hijri } = usePreferences()
  const instant = new Date(at)
  const reader = { locale, digits }
  const about = t('when.hijriAbout', { date: approximateHijri(instant, reader) })
  const withHijri = hijri && form !== 'time' && form !== 'seconds'
  return (
    <Tooltip label={`${formatWhen(instant, 'full', reader)} · ${about}`}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        <Bdi>{formatWhen(instant, form, reader)}</Bdi>
        {withHijri && <span style={{ color: 'var(--ink-3)' }}> ({about})</span>}
      </time>
    </Tooltip>
  )
}

/** A date of life (birth, expiry), as far as it is known; it has no hour and no zone. */
export function PartialDate({ date }: { readonly date: string }) {
  const { locale } = useLanguage()
  const { digits } = usePreferences()
  return <Bdi>{formatPartialDate(date, { locale, digits })}</Bdi>
}
