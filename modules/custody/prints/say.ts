import type { Locale, Text } from '#platform/i18n/text.ts'
import type { CustodyTime } from '../custody-deps.ts'
import { codeWords } from './code-words.ts'
import { type PrintWord, printWords } from './print-words.ts'
import type { PrintNames } from './printed-custody.ts'

type Codes = typeof codeWords

/** Says things in the language of a print, by the country's legal time. */
export interface Say {
  readonly locale: Locale
  word(key: PrintWord): string
  text(text: Text): string
  code<K extends keyof Codes>(of: K, code: keyof Codes[K]): string
  /** `23/11/2026 10:00`. */
  hour(instant: string | Date): string
  /** The hour alone where it is of the same day. */
  until(from: string, instant: string): string
  name(
    name: { readonly ar: string; readonly latin?: string | null; readonly fr?: string } | null | undefined,
  ): string | null
  officer(id: string): string | null
  unit(id: string | null | undefined): string | null
  cell(id: string): string
  yesNo(value: boolean): string
}

export function sayIn(locale: Locale, time: CustodyTime, names: PrintNames): Say {
  const text = (each: Text): string => each[locale]
  const hour = (instant: string | Date): string => {
    const at = new Date(instant)
    return `${figures(time.dateOf(at))} ${time.timeOf(at)}`
  }
  const name: Say['name'] = (each) => {
    if (!each) return null
    return (locale === 'ar' ? each.ar : (each.latin ?? each.fr ?? each.ar)) || each.ar || null
  }
  return {
    locale,
    text,
    hour,
    name,
    word: (key) => text(printWords[key]),
    code: (of, code) => text(codeWords[of][code] as Text),
    until: (from, instant) => {
      const [one, other] = [new Date(from), new Date(instant)]
      return time.dateOf(one) === time.dateOf(other) ? time.timeOf(other) : hour(other)
    },
    officer: (id) => name(names.officers.get(id)),
    unit: (id) => (id ? name(names.units.get(id)) : null),
    cell: (id) => names.cells.get(id) ?? '',
    yesNo: (value) => text(printWords[value ? 'yes' : 'no']),
  }
}

/** Book, year and line keep their own order in a right-to-left line. */
export const lineReference = (reference: string): string => `\u2066${reference}\u2069`

/** A civil day as people write it. */
export const figures = (date: string): string => date.split('-').toReversed().join('/')
