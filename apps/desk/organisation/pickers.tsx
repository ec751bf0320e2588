import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import { type unitAnswer, unitsAnswer } from '#contracts/organisation/units.ts'
import { read } from '../api/queries.ts'
import { useLanguage } from '../i18n/language.tsx'
import { officersQuery } from './officers-query.ts'

export const unitsQuery = { ...read('/units', unitsAnswer), staleTime: 600_000 }

type Unit = z.output<typeof unitAnswer>

interface PickerProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** Chooses a unit of today's tree: of the police, of one kind, or among those that `fits` lets through. */
export function UnitPicker({
  label,
  value,
  onChange,
  kind,
  fits,
}: PickerProps & { readonly kind?: string; readonly fits?: (unit: Unit) => boolean }) {
  const { pick } = useLanguage()
  const units = useQuery(unitsQuery)
  // A country has a thousand units: the list is made anew only where it changes, not with each letter typed beside it.
  const data = useMemo(
    () =>
      (units.data?.items ?? [])
        .filter((unit) => (kind === undefined ? unit.kind !== 'parquet' : unit.kind === kind) && (fits?.(unit) ?? true))
        .map((unit) => ({ value: unit.id, label: pick(unit.names) })),
    [units.data, kind, fits, pick],
  )
  return <Select label={label} data={data} value={value} onChange={onChange} searchable limit={60} data-autofocus />
}

/** Chooses an officer of a unit. */
export function OfficerPicker({
  label,
  value,
  onChange,
  unitId,
  clearable = false,
  except,
}: PickerProps & { readonly unitId: string; readonly clearable?: boolean; readonly except?: string }) {
  const { locale } = useLanguage()
  const officers = useQuery(officersQuery(unitId))
  const data = (officers.data?.items ?? [])
    .filter(({ id }) => id !== except)
    .map((officer) => ({ value: officer.id, label: locale === 'ar' ? officer.nameAr : officer.nameLatin }))
  return (
    <Select
      label={label}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable={clearable}
      limit={60}
      data-autofocus={clearable ? undefined : true}
    />
  )
}

/** Chooses any number of officers of a unit. */
export function OfficersPicker({
  label,
  value,
  onChange,
  unitId,
}: {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly unitId: string
}) {
  const { locale } = useLanguage()
  const officers = useQuery(officersQuery(unitId))
  const data = (officers.data?.items ?? []).map((officer) => ({
    value: officer.id,
    label: locale === 'ar' ? officer.nameAr : officer.nameLatin,
  }))
  return <MultiSelect label={label} data={data} value={[...value]} onChange={onChange} searchable limit={60} />
}
