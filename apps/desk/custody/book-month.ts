import type { Locale } from '#platform/i18n/text.ts'
import { formatPartialDate } from '../time/format-when.ts'

/** The month so many after `2026-11`, in the same form. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = new Date(Date.UTC(year, number - 1 + by, 1))
  return at.toISOString().slice(0, 7)
}

/** `2026-11` in words. */
export function monthName(month: string, locale: Locale): string {
  return formatPartialDate(month, { locale, digits: 'latn' })
}
