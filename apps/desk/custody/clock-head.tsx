import { IconAlertTriangle, IconAlertTriangleFilled } from '@tabler/icons-react'
import type { Custody } from '#contracts/custody/custody.ts'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { usePreferences } from '../preferences.ts'
import { inDigits } from '../time/format-when.ts'
import { type ClockState, clockState, writeHours, writeSpan } from './clock-words.ts'
import { ArticleText } from './article-text.tsx'
import classes from './custody.module.css'
import { useNow } from './use-now.ts'

/** The deadline by what is proven, large; what would move it beneath; both kinds of hours; the law behind it. */
export function ClockHead({ held }: { readonly held: Custody }) {
  const { t } = useLanguage()
  const { digits } = usePreferences()
  const { clock } = held
  const state = clockState(held, useNow())
  const regimeSource = clock.sources.find(({ what }) => what === 'regime' || what === 'opening')?.source
  const differs = clock.deadlineClaimed !== null && clock.deadlineClaimed !== clock.deadlineProven
  return (
    <section className={classes['clock']} data-tone={state.tone} aria-label={t('custody.clock')}>
      <div className={classes['clockMain']}>
        <div>
          <small>{t('custody.clock.deadline')}</small>
          <p className={classes['deadline']}>
            {clock.deadlineProven === null ? t('custody.clock.none') : <When at={clock.deadlineProven} />}
          </p>
          <ClockWord state={state} />
        </div>
        <dl className={classes['hours']}>
          <div>
            <dt>{t('custody.clock.legal')}</dt>
            <dd>{writeHours(clock.legalHours, digits)}</dd>
          </div>
          <div>
            <dt>{t('custody.clock.real')}</dt>
            <dd>{writeHours(clock.realHours, digits)}</dd>
          </div>
        </dl>
      </div>
      <p className={classes['regime']}>
        {clock.regime && <strong>{t(`custody.regime.${clock.regime}`)}</strong>}
        {regimeSource && <ArticleText source={regimeSource} />}
        {clock.baseHours !== null && (
          <span>{t('custody.clock.base', { hours: inDigits(String(clock.baseHours), digits) })}</span>
        )}
        {clock.extensionHours > 0 && (
          <span>{t('custody.clock.extended', { hours: inDigits(String(clock.extensionHours), digits) })}</span>
        )}
        {clock.deadlineMax !== null && clock.deadlineMax !== clock.deadlineProven && held.endedAt === null && (
          <span>
            {t('custody.clock.max')} <When at={clock.deadlineMax} />
          </span>
        )}
        {clock.lawyerFrom !== null && held.endedAt === null && (
          <span>
            {t('custody.clock.lawyer')} <When at={clock.lawyerFrom} />
          </span>
        )}
      </p>
      {differs && clock.deadlineClaimed !== null && (
        <p className={classes['claimed']}>
          {t('custody.clock.claimed')} <When at={clock.deadlineClaimed} />
        </p>
      )}
      {clock.findings.length > 0 && (
        <ul className={classes['findings']} aria-label={t('custody.clock.findings')}>
          {clock.findings.map((finding) => (
            <li key={finding}>
              <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
              {t(`custody.finding.${finding}`)}
            </li>
          ))}
        </ul>
      )}
      {clock.sources.length > 0 && (
        <details className={classes['sources']}>
          <summary>{t('custody.clock.sources')}</summary>
          <ul>
            {clock.sources.map(({ what, source }) => (
              <li key={`${what} ${source}`}>
                <bdi lang="en">{source}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** How the clock stands, with the seconds: the same word and shape on the sheet and on the wall. */
export function ClockWord({ state }: { readonly state: ClockState }) {
  const { t } = useLanguage()
  const { digits } = usePreferences()
  const { kind, tone, left } = state
  const time = left === null ? '' : writeSpan(left, digits, true)
  switch (kind) {
    case 'none':
      return null
    case 'ended':
      return <StateChip tone={tone}>{t('custody.clock.ended')}</StateChip>
    case 'ended-over':
      return <StateChip tone={tone}>{t('custody.clock.endedOver')}</StateChip>
    case 'over':
      return (
        <strong className={classes['over']}>
          <IconAlertTriangleFilled size={17} aria-hidden="true" />
          {t('custody.clock.over', { time })}
        </strong>
      )
    case 'near':
    case 'soon':
    case 'running':
      return (
        <span className={classes['left']}>
          <StateChip tone={tone}>{t('custody.clock.left', { time })}</StateChip>
        </span>
      )
  }
}
