import { useQuery } from '@tanstack/react-query'
import type { Cell, CellUse, Place } from '#contracts/custody/place.ts'
import type { Age } from '#contracts/custody/measure.ts'
import { useT } from '../i18n/language.tsx'
import { boardQuery, placesQuery } from './custody-api.ts'

export interface CellChoice {
  readonly cell: Cell
  readonly held: number
  readonly label: string
}

/** The cells of a place that are in use, each with how many are in it and how many it takes. */
export function useCells(placeId: string | null): readonly CellChoice[] {
  const t = useT()
  const board = useQuery({ ...boardQuery(placeId ?? ''), enabled: placeId !== null })
  const places = useQuery(placesQuery)
  const place: Place | undefined = board.data?.place ?? places.data?.items.find(({ id }) => id === placeId)
  const people = board.data?.people ?? []
  return (place?.cells ?? [])
    .filter(({ closed }) => !closed)
    .map((cell) => {
      const held = people.filter(({ where }) => where.state !== 'ended' && where.cellId === cell.id).length
      const room = t('board.room', { held, capacity: cell.capacity })
      return { cell, held, label: `${cell.code} · ${t(`cell.use.${cell.use}`)} · ${room}` }
    })
}

/** For whom a person's cell must be. */
export function useOf(age: Age, sex: 'female' | 'male' | null): CellUse | null {
  if (sex === null) return null
  if (age === 'adult') return sex === 'female' ? 'women' : 'men'
  return sex === 'female' ? 'girls' : 'boys'
}

/** The first cell with room that is meant for such a person; nothing where there is none. */
export function freeCell(cells: readonly CellChoice[], use: CellUse | null): string | null {
  const fits = cells.filter(({ cell, held }) => held < cell.capacity && (cell.use === use || cell.use === 'anyone'))
  return (fits.find(({ cell, held }) => cell.use === use && held === 0) ?? fits[0])?.cell.id ?? null
}
