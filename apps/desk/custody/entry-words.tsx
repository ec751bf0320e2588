import { useQuery } from '@tanstack/react-query'
import type { Custody } from '#contracts/custody/custody.ts'
import type { Entry, EntryInput, EntryKind } from '#contracts/custody/entry.ts'
import { useLanguage } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { officersQuery } from '../organisation/officers-query.ts'
import { unitsQuery } from '../organisation/pickers.tsx'
import { useCodeText } from './entry-inputs.tsx'
import { type Field, type Values, entryFields } from './entry-fields.ts'
import { itemsOf } from './property-items.tsx'
import { placesQuery } from './custody-api.ts'

const plain = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Key of what a kind of entry is called. */
export const kindKey = (kind: EntryKind): TextKey => `custody.kind.${kind}`

/** What an entry says, part by part, in the reader's language; made from the same table as its form. */
export function useEntryWords(held: Pick<Custody, 'unitId' | 'placeId' | 'entries'>): (entry: EntryInput) => string[] {
  const { t, locale, pick } = useLanguage()
  const codeText = useCodeText()
  const officers = useQuery(officersQuery(held.unitId)).data?.items ?? []
  const units = useQuery(unitsQuery).data?.items ?? []
  const cells = useQuery(placesQuery).data?.items.flatMap((place) => place.cells) ?? []

  // French sets its colon apart.
  const colon = locale === 'fr' ? '\u00a0: ' : ': '

  const officer = (id: unknown): string | undefined => {
    const found = officers.find((each) => each.id === id)
    return found && (locale === 'ar' ? found.nameAr : found.nameLatin)
  }
  const unit = (id: unknown): string | undefined => {
    const found = units.find((each) => each.id === id)
    return found && pick(found.names)
  }
  const other = (id: unknown): string | undefined => {
    const found: Entry | undefined = held.entries.find((each) => each.id === id)
    return found && t(`custody.kind.${found.entry.kind}`)
  }
  const words = (field: Field, value: unknown): string | undefined => {
    if (value === undefined || value === null || value === '') return undefined
    const label = codeText('field', field.label ?? field.name)
    const labelled = (said: string | undefined): string | undefined => said && `${label}${colon}${said}`
    switch (field.as) {
      case 'choice':
        return codeText(field.texts, plain(value))
      case 'many':
        return Array.isArray(value) && value.length > 0
          ? labelled(value.map((each) => codeText(field.texts, plain(each))).join(locale === 'ar' ? '، ' : ', '))
          : undefined
      case 'number':
        return t('custody.entry.hours', { count: Number(value) })
      case 'flag':
        if (field.told === 'whenSo') return value === true ? label : undefined
        return value === false ? t('custody.entry.no', { what: label }) : undefined
      case 'text':
      case 'words':
      case 'reference':
        return labelled(plain(value))
      case 'officer':
        return labelled(officer(value))
      case 'officers':
        return Array.isArray(value) && value.length > 0
          ? labelled(value.flatMap((each) => officer(each) ?? []).join(' · '))
          : undefined
      case 'prosecutor':
        return unit(value)
      case 'cell':
        return labelled(cells.find((each) => each.id === value)?.code)
      case 'entry':
        return other(value)
      case 'interpreter':
        return labelled(plain((value as Values)['name']))
      case 'items':
        return itemsOf(value)
          .map((item) => `${item.label} × ${item.quantity} (${codeText('kept', item.kept)})`)
          .join(' · ')
    }
  }
  return (entry) => entryFields[entry.kind].flatMap((field) => words(field, (entry as Values)[field.name]) ?? [])
}
