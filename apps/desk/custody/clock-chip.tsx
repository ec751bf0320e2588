import type { CustodySummary } from '#contracts/custody/custody.ts'
import { StateChip } from '../design/state-chip.tsx'
import { useT } from '../i18n/language.tsx'
import { clockState } from './clock-words.ts'
import { useNow } from './use-now.ts'
import { useSpan } from './use-span.ts'

/** The clock of someone in a word, with shape and colour; told anew by the minute. */
export function ClockChip({ held }: { readonly held: Pick<CustodySummary, 'clock' | 'endedAt'> }) {
  const t = useT()
  const span = useSpan()
  const { kind, tone, left } = clockState(held, useNow(20_000))
  const time = left === null ? '' : span(left)
  const text = (() => {
    switch (kind) {
      case 'none':
        return t('custody.clock.none')
      case 'ended':
        return t('custody.clock.ended')
      case 'ended-over':
        return t('custody.clock.endedOver')
      case 'over':
        return t('custody.clock.over', { time })
      case 'running':
      case 'soon':
      case 'near':
        return t('custody.clock.left', { time })
    }
  })()
  return <StateChip tone={tone}>{text}</StateChip>
}
