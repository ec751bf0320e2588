import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconPencilPlus } from '@tabler/icons-react'
import type { Exhibit, Movement } from '#contracts/exhibits/exhibit.ts'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import classes from './exhibits.module.css'

/** The chain of custody: every movement as a sentence, with both its times, and what broke a rule. */
export function SheetChain({
  exhibit,
  onCorrect,
}: {
  readonly exhibit: Exhibit
  readonly onCorrect: (seq: number) => void
}) {
  const { t } = useLanguage()
  return (
    <Section
      title={t('exhibit.chain')}
      aside={
        <StateChip tone={exhibit.unbroken ? 'done' : 'late'}>
          {t(exhibit.unbroken ? 'exhibit.chain.unbroken' : 'exhibit.chain.broken')}
        </StateChip>
      }
    >
      <ol className={classes['chain']}>
        {exhibit.movements.map((movement) => (
          <MovementLine
            key={movement.seq}
            movement={movement}
            onCorrect={exhibit.can.correct ? () => onCorrect(movement.seq) : undefined}
          />
        ))}
      </ol>
    </Section>
  )
}

// Below this the two times are one for a reader.
const sameTime = 60_000

function MovementLine({
  movement,
  onCorrect,
}: {
  readonly movement: Movement
  readonly onCorrect: (() => void) | undefined
}) {
  const { t, pick, number, locale } = useLanguage()
  const { recordedBy } = movement
  const apart = Math.abs(Date.parse(movement.recordedAt) - Date.parse(movement.occurredAt)) > sameTime
  return (
    <li>
      <span className={classes['seq']}>{number(movement.seq)}</span>
      <div>
        <p>{pick(movement.sentence)}</p>
        {movement.note !== null && (
          <p>
            <bdi>{movement.note}</bdi>
          </p>
        )}
        <p className={classes['meta']}>
          <When at={movement.occurredAt} />
          {apart && (
            <span>
              {t('exhibit.chain.recorded')} <When at={movement.recordedAt} />
            </span>
          )}
          {recordedBy && <bdi>{locale === 'ar' ? recordedBy.nameAr : recordedBy.nameLatin}</bdi>}
          {movement.correctedBy.map((seq) => (
            <span key={seq}>{t('exhibit.chain.corrected', { seq: number(seq) })}</span>
          ))}
        </p>
        {movement.marks.length > 0 && (
          <ul className={classes['marks']}>
            {movement.marks.map(({ code, text, breaksChain }) => (
              <li key={code} data-breaks={breaksChain || undefined}>
                <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
                <span>
                  {pick(text)}
                  {breaksChain && <> ({t('exhibit.chain.breaks')})</>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {onCorrect && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t('exhibit.act.correct')} ${number(movement.seq)}`}
          onClick={onCorrect}
        >
          <IconPencilPlus size={16} stroke={1.6} />
        </ActionIcon>
      )}
    </li>
  )
}
