import { type Locale, type Text, fill } from '#platform/i18n/text.ts'

/** What tasks say that modules make by themselves, by their kind; each module hands its table to the composition root. */
export type TaskKindTable = Readonly<Record<string, Text>>

/** What such a task is about; its kind's text is filled from the params. */
export interface TaskAbout {
  readonly kind: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Said where a task's own words are unknown, so that nothing vanishes. */
const unknownKind: Text = { ar: 'مهمة من النظام', fr: 'Tâche du système', en: 'A task of the system' }

/** How a task that a module made is worded; null for one that an officer wrote. */
export function titlesOf(kinds: TaskKindTable, about: TaskAbout | null): Text | null {
  if (about === null) return null
  const text = kinds[about.kind] ?? unknownKind
  const say = (locale: Locale): string => fill(text[locale], about.params)
  return { ar: say('ar'), fr: say('fr'), en: say('en') }
}
