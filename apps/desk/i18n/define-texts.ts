import type { Locale } from '#platform/i18n/text.ts'

/** A text whose form depends on `{count}`, by the plural categories of CLDR; `other` is the fallback. */
export type Counted = { readonly other: string } & Partial<
  Readonly<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>

/** One text of the interface in every working language. */
export type Entry = Readonly<Record<Locale, string | Counted>>

/** Keeps the keys as types. */
export function defineTexts<const T extends Readonly<Record<string, Entry>>>(texts: T): T {
  return texts
}
