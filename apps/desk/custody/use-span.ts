import { useT } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { inDigits } from '../time/format-when.ts'

/** Writes a span in hours and minutes with their units, so that nobody takes minutes for seconds. */
export function useSpan(): (ms: number) => string {
  const t = useT()
  const { digits } = usePreferences()
  return (ms) => {
    const total = Math.floor(Math.abs(ms) / 60_000)
    const hours = Math.floor(total / 60)
    if (hours === 0) return inDigits(t('custody.span.minutes', { minutes: total }), digits)
    return inDigits(t('custody.span.hours', { hours, minutes: String(total % 60).padStart(2, '0') }), digits)
  }
}
