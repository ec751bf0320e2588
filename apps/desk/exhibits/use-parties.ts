import type { ComboboxItem, ComboboxItemGroup } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Participant } from '../cases/participant-dialog.tsx'
import { caseQuery } from '../cases/case-api.ts'
import { useLanguage } from '../i18n/language.tsx'
import { officersQuery } from '../organisation/officers-query.ts'
import { useMay, useMe } from '../session/me.tsx'
import { outside } from './party-draft.ts'

export interface Parties {
  readonly officers: readonly ComboboxItem[]
  /** Those of the case, by their participant id. */
  readonly people: readonly ComboboxItem[]
  readonly groups: readonly ComboboxItemGroup<ComboboxItem>[]
}

/** How someone of the case is called in a choice. */
export function useNameInCase(): (each: Participant) => string {
  const { t, locale } = useLanguage()
  return ({ person, alias, role }) => {
    const name = locale === 'ar' ? person?.nameAr || person?.nameLatin : person?.nameLatin || person?.nameAr
    return `${name || alias || t('case.person.unknown')} · ${t(`role.${role}`)}`
  }
}

/** Who may hand over or receive: officers of the reader's unit, the people of the case, anyone from outside. */
export function useParties(caseId: string | undefined): Parties {
  const { t, locale } = useLanguage()
  const nameInCase = useNameInCase()
  const { unit, officer: me } = useMe()
  const mayReadCase = useMay('case.read')
  const known = useQuery(officersQuery(unit.id)).data?.items ?? []
  const file = useQuery({ ...caseQuery(caseId ?? ''), enabled: caseId !== undefined && mayReadCase }).data
  const everyone = known.some(({ id }) => id === me.id) ? known : [me, ...known]
  const officers = everyone.map((each) => ({ value: each.id, label: locale === 'ar' ? each.nameAr : each.nameLatin }))
  const people = (file?.participants ?? [])
    .filter(({ until }) => until === null)
    .map((each) => ({ value: each.id, label: nameInCase(each) }))
  const of = (kind: string, items: readonly ComboboxItem[]): ComboboxItem[] =>
    items.map(({ value, label }) => ({ value: `${kind}:${value}`, label }))
  return {
    officers,
    people,
    groups: [
      { group: t('party.officers'), items: of('officer', officers) },
      { group: t('party.people'), items: of('participant', people) },
      { group: t('party.others'), items: [{ value: outside, label: t('party.outside') }] },
    ].filter(({ items }) => items.length > 0),
  }
}
