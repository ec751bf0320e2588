import type { z } from 'zod'
import type { unitDetailAnswer } from '#contracts/organisation/units.ts'
import caseClasses from '../cases/case-page.module.css'
import { Ref } from '../design/ref.tsx'
import { Section } from '../design/section.tsx'
import { PartialDate } from '../design/when.tsx'
import { useT } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'

/** What happened to a unit, with how sure the day is and where it is known from. */
export function UnitHistory({ history }: { readonly history: z.output<typeof unitDetailAnswer>['history'] }) {
  const t = useT()
  return (
    <Section title={t('unit.history')} count={history.length}>
      <ul>
        {history.map((event) => {
          const key = `unit.event.${event.type}`
          const note = event.data['note']
          return (
            <li key={event.id} className={caseClasses['note']}>
              {isTextKey(key) ? t(key) : event.type}
              {' · '}
              {event.on === null ? t('unit.dayUnknown') : <PartialDate date={event.on} />}{' '}
              <small>
                {event.source === 'deployment' ? t('unit.bySource.own') : <Ref>{event.source}</Ref>}
                {typeof note === 'string' && (
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
