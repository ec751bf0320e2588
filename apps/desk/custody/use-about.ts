import type { Custody } from '#contracts/custody/custody.ts'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import type { About } from './entry-inputs.tsx'

/** What the forms of someone held choose from: officers of the unit, cells of the place, what was taken down before. */
export function useAbout(held: Custody): About {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const entries = held.entries
    .filter(({ correctedBy }) => correctedBy === null)
    .toReversed()
    .map(({ id, entry }) => ({
      id,
      kind: entry.kind,
      label: `${t(`custody.kind.${entry.kind}`)} · ${formatWhen(new Date(entry.at), 'moment', { locale, digits })}`,
    }))
  return { unitId: held.unitId, placeId: held.placeId, entries }
}
