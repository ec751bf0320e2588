import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import { groundsOf } from './custody-rules.ts'
import { useEntryWords } from './entry-words.tsx'
import { entryOf, newPerson } from './intake-draft.ts'
import type { Intake } from './use-intake.ts'

/** What a placement says, a line a fact: shown and printed while it waits on this computer for the line to come back. */
export function usePlacementWords({ draft, people, places, cells, rules, kinds, start }: Intake): () => string {
  const { t, locale, pick } = useLanguage()
  const { digits } = usePreferences()
  const sayEntry = useEntryWords({ unitId: '', placeId: draft.placeId ?? '', entries: [] })
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  return () => {
    const hour = (at: string): string => formatWhen(new Date(at), 'moment', { locale, digits })
    const person = people.find(({ id }) => id === draft.participantId)?.person
    const [arabic, latin] =
      draft.participantId === newPerson
        ? [`${draft.givenAr} ${draft.familyAr}`.trim(), `${draft.givenLatin} ${draft.familyLatin}`.trim()]
        : [person?.nameAr ?? '', person?.nameLatin ?? '']
    const place = places.find(({ id }) => id === draft.placeId)
    const placedAt = draft.placedAt ?? start.now.toISOString()
    const grounds = draft.measure === null ? [] : groundsOf(rules, draft.measure)
    const facts: [string, string | undefined][] = [
      [
        t('intake.who'),
        [locale === 'ar' ? arabic || latin : latin || arabic, draft.birthDate].filter(Boolean).join(' · '),
      ],
      [t('custody.measure'), draft.measure === null ? undefined : t(`custody.measure.${draft.measure}`)],
      [t('intake.arrestedAt'), draft.arrestedAt === null ? undefined : hour(draft.arrestedAt)],
      [t('intake.arrestPlace'), draft.arrestPlace],
      [t('intake.placedAt'), hour(placedAt)],
      [t('intake.place'), place && (locale === 'ar' ? place.nameAr : place.nameFr)],
      [t('intake.cell'), cells.find(({ cell }) => cell.id === draft.cellId)?.cell.code],
      [
        t('intake.grounds'),
        grounds
          .filter(({ code }) => draft.grounds.includes(code))
          .map(({ labels }) => pick(labels))
          .join(locale === 'ar' ? '، ' : ', '),
      ],
      ...kinds.flatMap((kind): [string, string][] => {
        const entry = entryOf(draft, kind, start, placedAt)
        return entry ? [[t(`custody.kind.${kind}`), sayEntry(entry).join(' · ')]] : []
      }),
    ]
    return facts.flatMap(([label, said]) => (said ? [`${label}${colon}${said}`] : [])).join('\n')
  }
}
