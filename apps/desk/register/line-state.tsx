import type { LineItem, LineState as State } from '#contracts/intake/register.ts'
import { StateChip, type Tone } from '../design/state-chip.tsx'
import { useT } from '../i18n/language.tsx'

const tones: Readonly<Record<State, Tone>> = {
  open: 'active',
  'awaiting-authorisation': 'soon',
  sent: 'soon',
  'became-case': 'done',
  'joined-case': 'done',
  'passed-on': 'done',
  closed: 'plain',
  answered: 'done',
}

/** How a line stands; a deadline that has passed goes first. */
export function LineState({ item }: { readonly item: Pick<LineItem, 'state' | 'overdue'> }) {
  const t = useT()
  if (item.overdue) return <StateChip tone="late">{t('line.overdue')}</StateChip>
  return <StateChip tone={tones[item.state]}>{t(`line.state.${item.state}`)}</StateChip>
}
