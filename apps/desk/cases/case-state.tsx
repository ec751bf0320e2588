import type { CaseSummary } from '#contracts/casework/case-lists.ts'
import { StateChip, type Tone } from '../design/state-chip.tsx'
import { useT } from '../i18n/language.tsx'

const tones: Readonly<Record<CaseSummary['state'], Tone>> = {
  open: 'active',
  reopened: 'active',
  'waiting-prosecutor': 'plain',
  closed: 'done',
}

/** How a case stands: a deadline that has passed goes before everything else. */
export function CaseState({ item }: { readonly item: Pick<CaseSummary, 'state' | 'overdue' | 'transferTo'> }) {
  const t = useT()
  if (item.overdue) return <StateChip tone="late">{t('case.overdue')}</StateChip>
  if (item.transferTo) return <StateChip tone="soon">{t('case.transferTo')}</StateChip>
  return <StateChip tone={tones[item.state]}>{t(`case.state.${item.state}`)}</StateChip>
}
