import { IconBuildingWarehouse, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Place, placeChangedSchema } from '#contracts/exhibits/place.ts'
import { stocktakingOpenedSchema } from '#contracts/exhibits/stocktaking.ts'
import { useCommand } from '../api/commands.ts'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { DepartureList } from './departure-list.tsx'
import { PlaceName } from './exhibit-words.tsx'
import classes from './exhibits.module.css'
import { labelSheetAddress, placeTree, placesQuery } from './exhibits-api.ts'
import { FoundStoreDialog } from './found-store-dialog.tsx'
import { StocktakingList } from './stocktaking-list.tsx'

/** The stores of the unit as a tree, what lies in each, and the counts. */
export function StoresPage() {
  const { t } = useLanguage()
  const { data, error, refetch } = useQuery(placesQuery)
  const [founding, setFounding] = useState(false)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={page['scroll']} tabIndex={0} aria-label={t('store.title')}>
      <div className={page['reading']}>
        <header className={page['head']}>
          <h1>{t('store.title')}</h1>
          <span className={page['actions']}>
            {data.items.length > 0 && (
              <ActButton
                id="store labels"
                label="exhibits.printLabels"
                icon={IconPrinter}
                variant="default"
                size="xs"
                onRun={() => window.open(labelSheetAddress({ places: data.items.slice(0, 60).map(({ id }) => id) }))}
              />
            )}
            {data.can.found && (
              <ActButton
                id="store found"
                label="store.found"
                keys="n"
                icon={IconPlus}
                variant="default"
                size="xs"
                onRun={() => setFounding(true)}
              />
            )}
          </span>
        </header>
        {data.items.length === 0 ? (
          <Empty icon={IconBuildingWarehouse} title={t('store.none')}>
            {t('store.noneBody')}
          </Empty>
        ) : (
          <StoreTable places={data.items} />
        )}
        <StocktakingList />
        <DepartureList />
        {founding && <FoundStoreDialog places={data.items} onClose={() => setFounding(false)} />}
      </div>
    </section>
  )
}

function StoreTable({ places }: { readonly places: readonly Place[] }) {
  const { t } = useLanguage()
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('store.place')}</th>
          <th scope="col">{t('exhibits.title')}</th>
          <th scope="col">{t('store.capacity')}</th>
          <th scope="col">{t('store.counted')}</th>
          <th scope="col">{t('store.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {placeTree(places).map(({ place, depth }) => (
          <StoreLine key={place.id} place={place} depth={depth} />
        ))}
      </tbody>
    </table>
  )
}

function StoreLine({ place, depth }: { readonly place: Place; readonly depth: number }) {
  const { t, number } = useLanguage()
  const navigate = useNavigate()
  const count = useCommand(
    { path: '/exhibit-stocktakings', body: (placeId: string) => ({ placeId }), answer: stocktakingOpenedSchema },
    {
      refresh: [['/exhibit-stocktakings']],
      onDone: ({ id }) => void navigate({ to: '/exhibits/stocktakings/$stocktakingId', params: { stocktakingId: id } }),
    },
  )
  const close = useCommand(
    {
      path: `/exhibit-places/${place.id}/closure`,
      body: (baseVersion: number) => ({ baseVersion }),
      answer: placeChangedSchema,
    },
    { refresh: [['/exhibit-places']] },
  )
  const error = count.error ?? close.error
  return (
    <tr>
      <td style={{ paddingInlineStart: 10 + depth * 22 }}>
        <PlaceName place={place} />
        {error && <Failure error={error} />}
      </td>
      <td>
        <Link to="/exhibits" search={{ show: 'all', place: place.id }}>
          {number(place.exhibits)}
        </Link>
      </td>
      <td>
        <bdi>{place.capacity}</bdi>
      </td>
      <td>{place.lastCountedAt === null ? t('store.neverCounted') : <When at={place.lastCountedAt} form="day" />}</td>
      <td>
        <span className={classes['acts']}>
          {place.can.count && (
            <button
              type="button"
              onClick={() => count.mutate(place.id)}
              aria-label={`${t('count.start')} ${place.code}`}
            >
              {t('count.start')}
            </button>
          )}
          <a href={labelSheetAddress({ places: [place.id] })} target="_blank" rel="noreferrer">
            {t('scan.label')}
          </a>
          {place.can.close && place.exhibits === 0 && (
            <button
              type="button"
              onClick={() => close.mutate(place.version)}
              aria-label={`${t('store.close')} ${place.code}`}
            >
              {t('store.close')}
            </button>
          )}
        </span>
      </td>
    </tr>
  )
}
