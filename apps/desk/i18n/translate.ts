import { type Locale, fill } from '#platform/i18n/text.ts'
import { type TextKey, texts } from './texts.ts'
import type { Entry } from './define-texts.ts'

export type { TextKey } from './texts.ts'
export type Params = Readonly<Record<string, string | number>>
export type Translate = (key: TextKey, params?: Params) => string

const rules: Readonly<Record<Locale, Intl.PluralRules>> = {
  ar: new Intl.PluralRules('ar'),
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
}

/** The text of a key in a language; `{count}` chooses its plural form. */
export function translate(locale: Locale, key: TextKey, params: Params = {}): string {
  const entry: Entry = texts[key]
  const text = entry[locale]
  if (typeof text === 'string') return fill(text, params)
  const form = rules[locale].select(Number(params['count'] ?? 0))
  return fill(text[form] ?? text.other, params)
}

/** True for a name that comes from outside, as a code of the server, where a text for it may be missing. */
export function isTextKey(key: string): key is TextKey {
  return key in texts
}
