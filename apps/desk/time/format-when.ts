import type { Locale } from '#platform/i18n/text.ts'
import { type WallTime, two, wallTime } from './legal-time.ts'

// Months as Morocco names them; browsers without the data of ar-MA would write the Levantine ones.
const months: Readonly<Record<Locale, readonly string[]>> = {
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

export type Digits = 'latn' | 'arab'

/** Writes the digits of a text in the chosen form. */
export function inDigits(text: string, digits: Digits): string {
  return digits === 'latn' ? text : text.replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? digit)
}

export type WhenForm = 'time' | 'seconds' | 'day' | 'date' | 'long' | 'moment' | 'full'

export interface Reader {
  readonly locale: Locale
  readonly digits: Digits
}

/**
 * Writes an instant for a reader, by the wall clock of the country.
 * `day` leaves out the year, `long` adds the weekday, `moment` is date and time.
 */
export function formatWhen(instant: Date, form: WhenForm, reader: Reader): string {
  const wall = wallTime(instant)
  return inDigits(write(wall, form, reader.locale), reader.digits)
}

function write(wall: WallTime, form: WhenForm, locale: Locale): string {
  const clock = `${two(wall.hour)}:${two(wall.minute)}`
  const day = `${wall.day} ${months[locale][wall.month - 1] ?? ''}`
  const date = `${day} ${wall.year}`
  const weekday = weekdays[locale][wall.weekday] ?? ''
  switch (form) {
    case 'time':
      return clock
    case 'seconds':
      return `${clock}:${two(wall.second)}`
    case 'day':
      return day
    case 'date':
      return date
    case 'long':
      return `${weekday} ${date}`
    case 'moment':
      return `${date} · ${clock}`
    case 'full':
      return `${weekday} ${date} · ${clock}:${two(wall.second)}`
  }
}

/** A date as far as it is known (`1987`, `1987-05`, `1987-05-03`), which has no hour and no zone. */
export function formatPartialDate(date: string, reader: Reader): string {
  const [year, month, day] = date.split('-')
  const name = month === undefined ? undefined : months[reader.locale][Number(month) - 1]
  const text = [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ')
  return inDigits(text, reader.digits)
}

/** The Hijri date of an instant by the Umm al-Qura calendar. Computed, so approximate: it is never proof of a date. */
export function approximateHijri(instant: Date, reader: Reader): string {
  const locale = reader.locale === 'ar' ? 'ar' : reader.locale
  return new Intl.DateTimeFormat(`${locale}-u-ca-islamic-umalqura-nu-${reader.digits}`, {
    timeZone: 'Africa/Casablanca',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(instant)
}
