import { IconAlertTriangle } from '@tabler/icons-react'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { usePreferences } from '../preferences.ts'
import { inDigits } from '../time/format-when.ts'
import { ArticleText } from './article-text.tsx'
import classes from './custody.module.css'
import { entryOf } from './intake-draft.ts'
import type { Intake } from './use-intake.ts'

/** Beside the form: what the clock will say at first, what stays to be done, and the act itself. */
export function IntakeClock({
  intake,
  busy,
  error,
  onSend,
}: {
  readonly intake: Intake
  readonly busy: boolean
  readonly error: unknown
  readonly onSend: () => void
}) {
  const t = useT()
  const { digits } = usePreferences()
  const { answer, draft, kinds, duties, start } = intake
  const placedAt = draft.placedAt ?? start.now.toISOString()
  const open = kinds.filter((kind) => duties.has(kind) && entryOf(draft, kind, start, placedAt) === undefined)
  return (
    <div className={`${page['padded']} ${page['stack']}`}>
      <section className={classes['clock']} data-tone={answer && answer.kind !== 'deadline' ? 'late' : 'active'}>
        <small>{t('intake.firstAnswer')}</small>
        {!answer && <p className={page['quiet']}>{t('intake.noHour')}</p>}
        {answer?.kind === 'deadline' && (
          <>
            <p className={classes['deadline']}>
              <When at={answer.deadline} />
            </p>
            <p className={classes['regime']}>
              <strong>{t(`custody.regime.${answer.regime}`)}</strong>
              <span>{t('custody.clock.base', { hours: inDigits(String(answer.hours), digits) })}</span>
            </p>
          </>
        )}
        {answer && answer.kind !== 'deadline' && (
          <>
            <p className={classes['over']}>
              <IconAlertTriangle size={16} aria-hidden="true" /> {t(`intake.${answer.kind}`)}
            </p>
            <p>{t('intake.factsAnyway')}</p>
          </>
        )}
        {answer && (
          <p className={classes['sources']}>
            <ArticleText source={answer.source} />
          </p>
        )}
      </section>
      {open.length > 0 && (
        <div>
          <h2 className={classes['day']}>{t('intake.stillAsked')}</h2>
          <ul className={classes['stillAsked']}>
            {open.map((kind) => (
              <li key={kind}>
                <StateChip tone="plain">{t(`custody.kind.${kind}`)}</StateChip>
              </li>
            ))}
          </ul>
        </div>
      )}
      {error !== null && error !== undefined && <Failure error={error} />}
      <ActButton
        id="custody open"
        label="intake.save"
        keys="mod+enter"
        inFields
        fullWidth
        disabled={intake.body === undefined}
        loading={busy}
        onRun={onSend}
      />
    </div>
  )
}
