import type { Custody } from '#contracts/custody/custody.ts'
import caseClasses from '../cases/case-page.module.css'
import { Ref } from '../design/ref.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import { welfareLate } from './clock-words.ts'
import { PersonHeld } from './person-held.tsx'
import { useNow } from './use-now.ts'
import { useSpan } from './use-span.ts'
import { WhereText } from './where-text.tsx'

/** Who is held, under which line, where the person is now and since when, and when someone must look in. */
export function SheetHead({ held }: { readonly held: Custody }) {
  const { t } = useLanguage()
  return (
    <header className={caseClasses['head']}>
      <div className={caseClasses['reference']}>
        <Ref strong>{held.reference}</Ref>
        <StateChip tone={held.endedAt === null ? 'active' : 'plain'}>
          {held.endKind === null ? t(`custody.measure.${held.measure}`) : t(`custody.end.${held.endKind}`)}
        </StateChip>
        {held.age !== 'adult' && <StateChip tone="soon">{t(`custody.age.${held.age}`)}</StateChip>}
        {held.risk !== 'standard' && <StateChip tone="soon">{t(`custody.risk.${held.risk}`)}</StateChip>}
        {held.signed && <StateChip tone="done">{t('custody.signedLine')}</StateChip>}
      </div>
      <h1>
        <PersonHeld name={held.name} />
      </h1>
      <p>
        <strong>
          <WhereText where={held.where} />
        </strong>{' '}
        {t('custody.where.since')} <When at={held.where.since} />
        {held.endedAt === null && <WelfareDue held={held} />}
      </p>
    </header>
  )
}

function WelfareDue({ held }: { readonly held: Custody }) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const span = useSpan()
  const late = welfareLate(held, useNow(10_000))
  if (late === null || held.welfareDueAt === null) return null
  return (
    <>
      {' · '}
      {late > 0 ? (
        <StateChip tone="late">{t('custody.welfare.late', { time: span(late) })}</StateChip>
      ) : (
        t('custody.welfare.due', { time: formatWhen(new Date(held.welfareDueAt), 'time', { locale, digits }) })
      )}
    </>
  )
}
