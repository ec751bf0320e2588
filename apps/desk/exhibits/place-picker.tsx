import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '../session/me.tsx'
import { usePlaceText } from './exhibit-words.tsx'
import { placeTree, placesQuery } from './exhibits-api.ts'

/** Chooses a store of the reader's unit: rooms, and what stands in each under it. */
export function PlacePicker({
  label,
  placeholder,
  value,
  onChange,
  focus = false,
}: {
  readonly label: string
  readonly placeholder?: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly focus?: boolean
}) {
  const { unit } = useMe()
  const placeText = usePlaceText()
  const places = useQuery(placesQuery)
  const stores = (places.data?.items ?? []).filter(
    ({ unitId, kind, closedAt }) =>
      unitId === unit.id && closedAt === null && (kind === 'room' || kind === 'shelf' || kind === 'box'),
  )
  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={placeTree(stores).map(({ place, depth }) => ({
        value: place.id,
        label: `${'— '.repeat(depth)}${placeText(place)}`,
      }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      limit={80}
      data-autofocus={focus || undefined}
    />
  )
}
