import { Button } from '@mantine/core'
import type { Stocktaking } from '#contracts/exhibits/stocktaking.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ExhibitRow } from './exhibit-row.tsx'
import { usePlaceText } from './exhibit-words.tsx'
import classes from './exhibits.module.css'
import { useTakeBack } from './use-take-back.ts'

type Difference = Stocktaking['differenceList'][number]
const order = ['missing', 'seal-differs', 'surplus', 'unknown', 'sealed'] as const

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
                <StateChip tone={kind === 'surplus' || kind === 'sealed' ? 'soon' : 'late'}>
                  {t(`count.result.${kind}`)} · {number(found.length)}
                </StateChip>
              </p>
              <div className={rowClasses['rows']}>
                {found.map((each) => (
                  <DifferenceLine
                    key={`${each.exhibit?.id ?? ''} ${each.text ?? ''} ${each.sealSeen ?? ''}`}
                    countId={count.id}
                    difference={each}
                  />
                ))}
              </div>
            </div>
          )
        })}
      </Section>
      {count.takenBack.length > 0 && <TakenBack count={count} />}
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

/** A difference, and taking back the scan that makes it. */
function DifferenceLine({ countId, difference }: { readonly countId: string; readonly difference: Difference }) {
  const { t } = useLanguage()
  const takeBack = useTakeBack(countId)
  const { scanId, exhibit, text } = difference
  if (scanId === null) return <DifferenceRow difference={difference} />
  return (
    <div className={classes['difference']}>
      <DifferenceRow difference={difference} />
      <Button
        size="compact-xs"
        variant="subtle"
        data-noprint
        loading={takeBack.isPending}
        aria-label={`${t('count.takeBack')} ${exhibit?.reference ?? text ?? ''}`}
        // The caret stays where the next label is read into.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => takeBack.mutate(scanId)}
      >
        {t('count.takeBack')}
      </Button>
      {takeBack.error && <Failure error={takeBack.error} />}
    </div>
  )
}

function TakenBack({ count }: { readonly count: Stocktaking }) {
  const { t, number, locale } = useLanguage()
  return (
    <Section title={t('count.takenBackAll')} count={number(count.takenBack.length)}>
      <div className={rowClasses['rows']}>
        {count.takenBack.map((each) => (
          <div key={each.scanId} className={rowClasses['row']}>
            <RowText
              title={<Ref>{each.reference ?? each.text}</Ref>}
              second={
                each.takenBackBy && <bdi>{locale === 'ar' ? each.takenBackBy.nameAr : each.takenBackBy.nameLatin}</bdi>
              }
              end={<When at={each.takenBackAt} />}
            />
          </div>
        ))}
      </div>
    </Section>
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
