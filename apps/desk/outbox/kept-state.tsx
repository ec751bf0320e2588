import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { byServerClock } from '../api/server-clock.ts'
import { useT } from '../i18n/language.tsx'
import type { Kept } from './kept.ts'

/** How a kept command stands, in a word: waiting, on its way, refused. */
export function KeptState({ kept, sending = false }: { readonly kept: Kept; readonly sending?: boolean }) {
  const t = useT()
  if (kept.refusal) return <StateChip tone="late">{t('outbox.refused')}</StateChip>
  if (sending) return <StateChip tone="active">{t('outbox.sending')}</StateChip>
  return <StateChip tone="soon">{t('outbox.waits')}</StateChip>
}

/** The hour at which it was given, put right where this computer's clock is wrong. */
export function GivenAt({ kept }: { readonly kept: Kept }) {
  return <When at={byServerClock(kept.occurredAt, kept.ahead).toISOString()} />
}
