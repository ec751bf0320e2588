import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import type { unitDetailAnswer } from '#contracts/organisation/units.ts'
import { textSchema } from '#platform/i18n/text.ts'
import caseClasses from '../cases/case-page.module.css'
import { Section } from '../design/section.tsx'
import { PartialDate } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'
import { unitsQuery } from '../organisation/pickers.tsx'
import { referenceQuery } from '../organisation/reference-query.ts'

type Event = z.output<typeof unitDetailAnswer>['history'][number]

/** What an event brought, beside that it happened; each kind has its own. */
const broughtSchema = z.object({
  parent: z.string().nullish(),
  kind: z.string().optional(),
  system: z.string().optional(),
  names: textSchema.optional(),
  note: z.string().optional(),
})

/** What happened to a unit, with how sure the day is and where it is known from. */
export function UnitHistory({ history }: { readonly history: readonly Event[] }) {
  const { t } = useLanguage()
  const effectOf = useEffectText()
  const sources = useQuery(referenceQuery).data?.sources
  return (
    <Section title={t('unit.history')} count={history.length}>
      <ul>
        {history.map((event) => {
          const key = `unit.event.${event.type}`
          const { note } = broughtSchema.catch({}).parse(event.data)
          const effect = effectOf(event)
          return (
            <li key={event.id} className={caseClasses['note']}>
              {isTextKey(key) ? t(key) : event.type}
              {effect !== undefined && (
                <>
                  {' · '}
                  <bdi>{effect}</bdi>
                </>
              )}
              {' · '}
              {event.on === null ? t('unit.dayUnknown') : <PartialDate date={event.on} />}{' '}
              <small>
                {event.source === 'deployment' ? (
                  t('unit.bySource.own')
                ) : (
                  <bdi>{sources?.find(({ code }) => code === event.source)?.title ?? event.source}</bdi>
                )}
                {note !== undefined && (
                  <>
                    {' · '}
                    <bdi>{note}</bdi>
                  </>
                )}
              </small>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** The unit above, the kind, the system or the name that an event brought; undefined where there is nothing to name. */
function useEffectText(): (event: Event) => string | undefined {
  const { pick } = useLanguage()
  const reference = useQuery(referenceQuery).data
  const units = useQuery(unitsQuery).data?.items
  return ({ type, data }) => {
    const { parent, kind, system, names } = broughtSchema.catch({}).parse(data)
    const texts = {
      moved: units?.find(({ code }) => code === parent)?.names,
      upgraded: reference?.unitKinds.find(({ code }) => code === kind)?.labels,
      switched_on: reference?.systems.find(({ code }) => code === system)?.labels,
      renamed: names,
    }
    const text = Object.entries(texts).find(([each]) => each === type)?.[1]
    return text && pick(text)
  }
}
