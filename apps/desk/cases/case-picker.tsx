import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { caseListSchema, caseSearchAnswer } from '#contracts/casework/case-lists.ts'
import { read } from '../api/queries.ts'
import { useLanguage } from '../i18n/language.tsx'

/** Chooses a case: one's own at once, any other by its number. */
export function CasePicker({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const { t, locale } = useLanguage()
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), 250)
  const mine = useQuery(read('/cases', caseListSchema, { query: { queue: 'unit', limit: 30 } }))
  const found = useQuery({
    ...read('/search', caseSearchAnswer, { query: { q: wanted } }),
    enabled: /\d/.test(wanted) && wanted.length > 1,
  })
  const cases = new Map([...(mine.data?.items ?? []), ...(found.data?.cases ?? [])].map((item) => [item.id, item]))
  const data = [...cases.values()].map((item) => ({
    value: item.id,
    label: `${item.reference} · ${(locale === 'ar' ? item.mainOffence?.labelAr : item.mainOffence?.labelFr) ?? t('case.untitled')}`,
  }))
  return (
    <Select
      label={label}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      searchValue={text}
      onSearchChange={setText}
      limit={30}
      data-autofocus
    />
  )
}
