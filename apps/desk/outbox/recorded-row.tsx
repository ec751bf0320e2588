import { Button } from '@mantine/core'
import { useT } from '../i18n/language.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { GivenAt } from './kept-state.tsx'
import { plainOf } from './kinds.ts'
import { numberOf, placeOf } from './number-of.ts'
import type { Recorded } from './outbox.ts'
import classes from './outbox-panel.module.css'
import { useOpenPlace } from './use-open-place.ts'

/** What waited and has been recorded: its number, and the way to it and its receipt. */
export function RecordedRow({
  recorded: { kept, result },
  onLeave,
}: {
  readonly recorded: Recorded
  readonly onLeave: () => void
}) {
  const t = useT()
  const openPlace = useOpenPlace()
  const number = numberOf(kept, result)
  const place = placeOf(kept, result)
  const open = (): void => {
    onLeave()
    if (place) openPlace(place)
  }
  return (
    <li>
      <div className={classes['lead']}>
        <strong>{t(`outbox.type.${kept.type}`)}</strong>
        <GivenAt kept={kept} />
        <StateChip tone="done">
          {number === undefined ? t('outbox.recordedPlain') : t('outbox.recorded', { number })}
        </StateChip>
      </div>
      <p className={classes['words']} dir="auto">
        {plainOf(kept.type, kept.payload)?.words}
      </p>
      {place && (
        <div className={classes['acts']}>
          <Button size="compact-xs" variant="subtle" onClick={open} data-row>
            {t('outbox.see')}
          </Button>
        </div>
      )}
    </li>
  )
}
