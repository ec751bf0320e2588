import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { z } from 'zod'
import type { referenceAnswer } from '#contracts/organisation/reference.ts'
import type { Text } from '#platform/i18n/text.ts'
import { useLanguage, useT } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'
import { referenceQuery } from '../organisation/reference-query.ts'
import { type LawRow, labelsOf, lawSetsQuery } from './law-data.ts'
import { parseDuration, sayDuration } from './duration.ts'

/** What a set of law data is called; its name where no word is known. */
export function useSetName(): (name: string) => string {
  const t = useT()
  return (name) => {
    const key = `law.set.${name}`
    return isTextKey(key) ? t(key) : name
  }
}

/** What a member of a row is called; its name in the data where no word is known. */
export function useFieldName(): (name: string) => string {
  const t = useT()
  return (name) => {
    const key = `law.field.${name}`
    return isTextKey(key) ? t(key) : name
  }
}

/** The set that is read, so that its codes find their names. */
export const LawSetName = createContext('')

type Reference = z.output<typeof referenceAnswer>

interface Named {
  readonly value: string
  readonly label: string
}

/** The codes that may stand in a member of a row, with their names; undefined where it takes free words. */
export function useCodes(): (path: string) => readonly Named[] | undefined {
  const { pick } = useLanguage()
  const set = use(LawSetName)
  const { data: sets } = useQuery(lawSetsQuery)
  const { data: reference } = useQuery(referenceQuery)
  const words = sets?.items.find(({ name }) => name === set)?.words
  return (path) => {
    const given = words?.[path] ?? (set === 'quality-rules' ? ownWords(path, reference) : undefined)
    return given?.map(({ code, labels }) => ({ value: code, label: pick(labels) }))
  }
}

/** Of the rules of quality: the lists that every officer chooses from. */
function ownWords(path: string, known: Reference | undefined): readonly { code: string; labels: Text }[] | undefined {
  switch (path) {
    case 'ranks':
      return known?.ranks
    case 'quality':
    case 'needs':
      return known?.qualities
    case 'source':
      return known?.sources.map(({ code, title }) => ({ code, labels: { ar: title, fr: title, en: title } }))
    default:
      return undefined
  }
}

/** Values that are named for another page too, by the member they stand in. */
const elsewhere: Readonly<Record<string, string>> = { class: 'class', confidence: 'admin.confidence' }

/** The text that names a value of a closed list. */
export function keyOfValue(path: string, value: string): string {
  const name = path.split('.').at(-1) ?? path
  return `${elsewhere[name] ?? `law.value.${name}`}.${value.toLowerCase()}`
}

/** What a value is called where it stands; itself where it needs no other word. */
export function useValueText(): (path: string, value: string) => string {
  const { t, locale } = useLanguage()
  const codesOf = useCodes()
  return (path, value) => {
    const named = codesOf(path)?.find((each) => each.value === value)
    if (named) return named.label
    const key = keyOfValue(path, value)
    if (isTextKey(key)) return t(key)
    const duration = parseDuration(value)
    return duration ? sayDuration(duration, locale) : value
  }
}

/** What a row is called: its label or, of a rule, the quality it gives and how. */
export function useRowTitle(): (row: LawRow) => string {
  const { locale } = useLanguage()
  const textOf = useValueText()
  return (row) => {
    const labels = labelsOf(row)
    if (labels) return locale === 'ar' ? labels.ar : ((locale === 'en' ? labels.en : undefined) ?? labels.fr)
    const { quality, how, code } = row
    if (typeof quality !== 'string') return String(code)
    return [textOf('quality', quality), typeof how === 'string' ? textOf('how', how) : ''].filter(Boolean).join(' · ')
  }
}
