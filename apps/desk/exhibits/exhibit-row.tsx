import { Link } from '@tanstack/react-router'
import type { ExhibitSummary } from '#contracts/exhibits/exhibit.ts'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ExhibitStateChip, NumberedBy, PlaceName, SealText } from './exhibit-words.tsx'

/** An exhibit in a list: what it is and how it stands, then where it lies and under which seal. */
export function ExhibitRow({
  item,
  more,
  compact = false,
}: {
  readonly item: ExhibitSummary
  readonly more?: string | undefined
  /** In a narrow list: the code of the place is enough. */
  readonly compact?: boolean
}) {
  const { t } = useLanguage()
  return (
    <Link
      to="/exhibits/$exhibitId"
      params={{ exhibitId: item.id }}
      search={(before) => before}
      className={rowClasses['row'] ?? ''}
      data-row
    >
      <RowText
        lead={<Ref>{item.reference}</Ref>}
        title={<bdi>{item.description ?? t('exhibit.destroyedWords')}</bdi>}
        state={<ExhibitStateChip item={item} />}
        second={
          <>
            <NumberedBy unit={item.unit} />
            <PlaceName place={item.place} compact={compact} /> · <SealText item={item} />
            {more !== undefined && <> · {more}</>}
          </>
        }
        end={item.marks > 0 ? t('exhibit.marks', { count: item.marks }) : undefined}
      />
    </Link>
  )
}
