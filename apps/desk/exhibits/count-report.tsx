import type { Stocktaking } from '#contracts/exhibits/stocktaking.ts'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ExhibitRow } from './exhibit-row.tsx'
import { usePlaceText } from './exhibit-words.tsx'

type Difference = Stocktaking['differenceList'][number]
const order = ['missing', 'seal-differs', 'surplus', 'unknown'] as const

/** What differs from the book, by its kind, then what is there as recorded. Of an open count: as it stands now. */
export function CountReport({ count }: { readonly count: Stocktaking }) {
  const { t, number } = useLanguage()
  return (
    <>
      <Section title={t('count.differences')} count={number(count.differenceList.length)}>
        {count.differenceList.length === 0 && <p className={page['quiet']}>{t('count.noDifferences')}</p>}
        {order.map((kind) => {
          const found = count.differenceList.filter((each) => each.kind === kind)
          if (found.length === 0) return null
          return (
            <div key={kind}>
              <p>
                <StateChip tone={kind === 'surplus' ? 'soon' : 'late'}>
                  {t(`count.result.${kind}`)} · {number(found.length)}
                </StateChip>
              </p>
              <div className={rowClasses['rows']}>
                {found.map((each) => (
                  <DifferenceRow key={each.exhibit?.id ?? each.text} difference={each} />
                ))}
              </div>
            </div>
          )
        })}
      </Section>
      {count.present.length > 0 && (
        <Section title={t('count.present')} count={number(count.present.length)}>
          <div className={rowClasses['rows']}>
            {count.present.map((item) => (
              <ExhibitRow key={item.id} item={item} />
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const { t } = useLanguage()
  const placeText = usePlaceText()
  const { exhibit, text, recordedIn, sealSeen } = difference
  const moved = recordedIn !== null && recordedIn.id !== exhibit?.place.id
  if (!exhibit)
    return (
      <div className={rowClasses['row']}>
        <RowText title={text === null ? t('count.hidden') : <Ref>{text}</Ref>} />
      </div>
    )
  const more = [
    moved && t('count.recordedIn', { place: placeText(recordedIn) }),
    sealSeen !== null && t('count.sealSeen', { seal: sealSeen }),
  ].filter(Boolean)
  return <ExhibitRow item={exhibit} more={more.length > 0 ? more.join(' · ') : undefined} />
}
