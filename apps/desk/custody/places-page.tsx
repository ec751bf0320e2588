import { IconBuildingFortress, IconGridDots, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Cell, Place } from '#contracts/custody/place.ts'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMay, useMe } from '../session/me.tsx'
import { CellDialog } from './cell-dialog.tsx'
import { placesQuery } from './custody-api.ts'
import { FoundPlaceDialog } from './found-place-dialog.tsx'
import classes from './register.module.css'

/** Places of custody and their cells; the head of a unit keeps those of the unit. */
export function PlacesPage() {
  const { t } = useLanguage()
  const { unit } = useMe()
  const mayManage = useMay('custody.manage-places')
  const { data, error, refetch } = useQuery(placesQuery)
  const [founding, setFounding] = useState(false)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  // One's own first: the others are read, for choosing where to hold.
  const places = data.items.toSorted((one, other) => Number(other.unitId === unit.id) - Number(one.unitId === unit.id))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={page['scroll']} tabIndex={0} aria-label={t('custody.places')}>
      <div className={page['reading']}>
        <header className={page['head']}>
          <h1>{t('custody.places')}</h1>
          {mayManage && (
            <ActButton
              id="place found"
              label="place.found"
              keys="n"
              icon={IconPlus}
              variant="default"
              size="xs"
              onRun={() => setFounding(true)}
            />
          )}
        </header>
        {places.length === 0 && (
          <Empty icon={IconBuildingFortress} title={t('place.none')}>
            {t('place.noneBody')}
          </Empty>
        )}
        {places.map((place) => (
          <PlaceSection key={place.id} place={place} own={mayManage && place.unitId === unit.id} />
        ))}
        {founding && <FoundPlaceDialog onClose={() => setFounding(false)} />}
      </div>
    </section>
  )
}

function PlaceSection({ place, own }: { readonly place: Place; readonly own: boolean }) {
  const { t, locale, number } = useLanguage()
  const mayBoard = useMay('custody.board')
  const [cell, setCell] = useState<Cell | 'new'>()
  return (
    <Section
      title={locale === 'ar' ? place.nameAr : place.nameFr}
      count={t('board.held', { count: place.held })}
      aside={
        mayBoard && (
          <Link to="/custody/board/$placeId" params={{ placeId: place.id }} className={page['link'] ?? ''}>
            <IconGridDots size={14} aria-hidden="true" /> {t('custody.board')}
          </Link>
        )
      }
    >
      <div className={classes['scroll']}>
        <table className={classes['lines']}>
          <thead>
            <tr>
              <th scope="col">{t('cell.code')}</th>
              <th scope="col">{t('cell.use')}</th>
              <th scope="col">{t('cell.capacity')}</th>
              <th scope="col">{t('register.custody.marks')}</th>
              {own && <th scope="col">{t('custody.places.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {place.cells.map((each) => (
              <tr key={each.id}>
                <td>
                  <bdi>{each.code}</bdi>
                </td>
                <td>{t(`cell.use.${each.use}`)}</td>
                <td>{number(each.capacity)}</td>
                <td>
                  {each.closed && (
                    <StateChip tone="soon">
                      {t('board.closed')} <bdi>{each.closedReason}</bdi>
                    </StateChip>
                  )}
                </td>
                {own && (
                  <td>
                    <button type="button" className={classes['change']} onClick={() => setCell(each)} data-row>
                      {t(each.closed ? 'cell.open' : 'cell.close')}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {own && (
        <div style={{ paddingBlockStart: 8 }}>
          <ActButton
            id={`cell add ${place.id}`}
            label="cell.add"
            keys="c"
            icon={IconPlus}
            size="xs"
            variant="default"
            onRun={() => setCell('new')}
          />
        </div>
      )}
      {cell !== undefined && (
        <CellDialog place={place} cell={cell === 'new' ? undefined : cell} onClose={() => setCell(undefined)} />
      )}
    </Section>
  )
}
