import type { CustodySummary } from '#contracts/custody/custody.ts'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { formatWhen, inDigits } from '../time/format-when.ts'

export type Alarm = Pick<CustodySummary['alarms'][number], 'what' | 'hoursBefore' | 'dueAt'>

/** What an alarm says: the deadline that comes or has passed, the look in that was missed, the clock that still stands. */
export function AlarmText({ alarm }: { readonly alarm: Alarm }) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const about = new Date(Date.parse(alarm.dueAt) + alarm.hoursBefore * 3_600_000)
  const time = formatWhen(about, 'moment', { locale, digits })
  if (alarm.what === 'welfare') return <>{t('alarm.welfare', { time })}</>
  if (alarm.what === 'exclusion')
    return <>{t('alarm.exclusion', { hours: inDigits(String(alarm.hoursBefore), digits) })}</>
  return <>{t(alarm.hoursBefore === 0 ? 'alarm.expired' : 'alarm.deadline', { time })}</>
}
