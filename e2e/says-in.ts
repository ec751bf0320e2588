import type { Locale } from '#platform/i18n/text.ts'
import { type TextKey, translate } from '../apps/desk/i18n/translate.ts'

export interface Says {
  /** The text of a key as it stands. */
  (key: TextKey): string
  /** The same as a pattern: values stand isolated, and one that is not given may be anything. */
  like(key: TextKey, values?: Readonly<Record<string, string | number>>): RegExp
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** What the desk says in a language, so that one journey is gone through in each. */
export function saysIn(locale: Locale): Says {
  const says = (key: TextKey): string => translate(locale, key)
  return Object.assign(says, {
    like: (key: TextKey, values: Readonly<Record<string, string | number>> = {}): RegExp =>
      new RegExp(
        says(key)
          .split(/\{(\w+)\}/)
          .map((part, at) =>
            at % 2 === 0 ? literal(part) : part in values ? `.?${literal(String(values[part]))}.?` : '.*',
          )
          .join(''),
      ),
  })
}
