import { IconLock, IconLockOpen2 } from '@tabler/icons-react'
import type { ExhibitSummary } from '#contracts/exhibits/exhibit.ts'
import type { ExhibitState } from '#contracts/exhibits/lists.ts'
import type { PlaceRef } from '#contracts/exhibits/place.ts'
import { Bdi, Ref } from '../design/ref.tsx'
import { StateChip, type Tone } from '../design/state-chip.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useMe } from '../session/me.tsx'
import classes from './exhibits.module.css'

const tones: Readonly<Record<ExhibitState, Tone>> = {
  held: 'active',
  'at-laboratory': 'soon',
  missing: 'late',
  deposited: 'done',
  returned: 'done',
  destroyed: 'plain',
}

export function ExhibitStateChip({ item }: { readonly item: Pick<ExhibitSummary, 'state' | 'overdue'> }) {
  const { t } = useLanguage()
  return item.overdue ? (
    <StateChip tone="late">{t('exhibit.overdue')}</StateChip>
  ) : (
    <StateChip tone={tones[item.state]}>{t(`exhibit.state.${item.state}`)}</StateChip>
  )
}

/** The unit that numbered it, where that is not the reader's: two units number alike. */
export function NumberedBy({ unit }: { readonly unit: ExhibitSummary['unit'] }) {
  const { locale } = useLanguage()
  const me = useMe()
  if (unit.id === me.unit.id) return null
  return (
    <>
      <Bdi>{locale === 'ar' ? unit.nameAr : unit.nameFr}</Bdi> ·{' '}
    </>
  )
}

/** A place by its code, then its name; those that are no store have no code worth reading. */
export function PlaceName({ place, compact = false }: { readonly place: PlaceRef; readonly compact?: boolean }) {
  const { t, locale } = useLanguage()
  const store = place.kind === 'room' || place.kind === 'shelf' || place.kind === 'box'
  if (!store) return <span>{t(`exhibit.place.${place.kind}`)}</span>
  return (
    <span>
      <Ref>{place.code}</Ref> {!compact && <Bdi>{locale === 'ar' ? place.labelAr : place.labelFr}</Bdi>}
    </span>
  )
}

/** The same as plain text, for a choice. */
export function usePlaceText(): (place: PlaceRef) => string {
  const { t, locale } = useLanguage()
  return (place) => {
    const store = place.kind === 'room' || place.kind === 'shelf' || place.kind === 'box'
    return store
      ? `${place.code} · ${locale === 'ar' ? place.labelAr : place.labelFr}`
      : t(`exhibit.place.${place.kind}`)
  }
}

export function SealText({ item }: { readonly item: Pick<ExhibitSummary, 'sealState' | 'sealNumber'> }) {
  const { t } = useLanguage()
  const Shape = item.sealState === 'sealed' ? IconLock : IconLockOpen2
  return (
    <span className={classes['seal']}>
      <Shape size={13} stroke={1.7} aria-hidden="true" />
      {t(`exhibit.sealState.${item.sealState}`)} {item.sealNumber !== null && <Ref>{item.sealNumber}</Ref>}
    </span>
  )
}

/** How much, in the measure it was counted by; null where it was not measured. */
export function useAmount(): (item: Pick<ExhibitSummary, 'quantity' | 'measure' | 'currency'>) => string | null {
  const { t, number } = useLanguage()
  return ({ quantity, measure, currency }) =>
    quantity === null
      ? null
      : `${number(quantity)} ${measure === 'currency' ? (currency ?? '') : t(`exhibit.measure.${measure}`)}`
}
