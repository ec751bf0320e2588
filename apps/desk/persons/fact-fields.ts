import type { z } from 'zod'
import {
  civilStatuses,
  documentKinds,
  nameKinds,
  type recordFactsBody,
  scripts,
  sexes,
} from '#contracts/registry/person.ts'
import type { TextKey } from '../i18n/translate.ts'
import type { About, Known } from './group-facts.ts'

export type Typed = Readonly<Record<string, string | boolean>>
export type RecordedFacts = z.input<typeof recordFactsBody>

/** One field of the form of a fact. */
export interface FactField {
  readonly name: string
  readonly label: TextKey
  readonly dir: 'auto' | 'ltr' | 'rtl'
  readonly optional?: boolean
  /** Chosen from a list: the value and the text it stands for. */
  readonly options?: readonly { readonly value: string; readonly label: TextKey }[]
  readonly check?: boolean
  readonly placeholder?: string
}

const chosen = <V extends string>(values: readonly V[], label: (value: V) => TextKey) =>
  values.map((value) => ({ value, label: label(value) }))

const parentFields: readonly FactField[] = [
  { name: 'ar', label: 'person.nameAr', dir: 'rtl', optional: true },
  { name: 'latin', label: 'person.nameLatin', dir: 'ltr', optional: true },
]
const hidden: FactField = { name: 'hidden', label: 'person.hidden', dir: 'auto', check: true }
const country: FactField = { name: 'country', label: 'person.country', dir: 'ltr', placeholder: 'MA' }

/** The form of each kind of fact. */
export const factFields: Readonly<Record<About, readonly FactField[]>> = {
  name: [
    {
      name: 'kind',
      label: 'person.nameKind',
      dir: 'auto',
      options: chosen(nameKinds, (kind) => `person.name.${kind}`),
    },
    {
      name: 'script',
      label: 'person.script',
      dir: 'auto',
      options: chosen(scripts, (kind) => `person.script.${kind}`),
    },
    { name: 'given', label: 'person.given', dir: 'auto', optional: true },
    { name: 'family', label: 'person.family', dir: 'auto', optional: true },
  ],
  document: [
    {
      name: 'kind',
      label: 'person.documentKind',
      dir: 'auto',
      options: chosen(documentKinds, (kind) => `person.document.${kind}`),
    },
    { name: 'number', label: 'person.documentNumber', dir: 'ltr' },
    country,
    { name: 'validUntil', label: 'person.validUntil', dir: 'ltr', optional: true, placeholder: '2031-05-03' },
  ],
  birth: [
    { name: 'date', label: 'person.birthDate', dir: 'ltr', optional: true, placeholder: '1987-05-03' },
    { name: 'place', label: 'person.birthPlace', dir: 'auto', optional: true },
    { name: 'approximate', label: 'person.approximate', dir: 'auto', check: true },
  ],
  sex: [{ name: 'value', label: 'person.sex', dir: 'auto', options: chosen(sexes, (sex) => `person.sex.${sex}`) }],
  father: parentFields,
  mother: parentFields,
  nationality: [country],
  occupation: [{ name: 'text', label: 'person.fact.occupation', dir: 'auto' }],
  'civil-status': [
    {
      name: 'value',
      label: 'person.fact.civil-status',
      dir: 'auto',
      options: chosen(civilStatuses, (status) => `person.civil.${status}`),
    },
  ],
  address: [
    { name: 'text', label: 'person.address', dir: 'auto' },
    { name: 'commune', label: 'person.commune', dir: 'auto', optional: true },
    hidden,
  ],
  contact: [
    {
      name: 'type',
      label: 'person.contactType',
      dir: 'auto',
      options: chosen(['phone', 'email', 'other'] as const, (type) => `person.contact.${type}`),
    },
    { name: 'value', label: 'person.contactValue', dir: 'ltr' },
    hidden,
  ],
  language: [{ name: 'text', label: 'person.fact.language', dir: 'auto' }],
}

/** What a form starts with: empty, the first of each list chosen. */
export function emptyOf(about: About): Typed {
  return Object.fromEntries(
    factFields[about].map(({ name, options, check }) => [name, check ? false : (options?.[0]?.value ?? '')]),
  )
}

/** What a form starts with when that fact is corrected. */
export function typedOf(known: Known): Typed {
  const values: Record<string, unknown> =
    known.about === 'name' || known.about === 'document'
      ? { ...known.fact }
      : { ...known.fact.value, hidden: known.fact.protected }
  const typed = factFields[known.about].map(({ name, check }): [string, string | boolean] => {
    const value = values[name]
    if (check) return [name, value === true]
    return [name, typeof value === 'string' ? value : '']
  })
  return Object.fromEntries(typed)
}

/** What was typed as the server takes it: empty optional fields left out, codes in capitals. */
export function asRecorded(about: About, typed: Typed): Pick<RecordedFacts, 'names' | 'documents' | 'facts'> {
  const entries = factFields[about].flatMap(({ name, optional }): [string, string | boolean][] => {
    const value = typed[name]
    if (value === undefined) return []
    if (typeof value === 'boolean') return [[name, value]]
    const text = name === 'country' ? value.trim().toUpperCase() : value.trim()
    return text === '' && optional && about !== 'name' ? [] : [[name, text]]
  })
  const values = Object.fromEntries(entries)
  // Judged by the schema of the contract before it is sent.
  if (about === 'name') return { names: [values] as unknown as RecordedFacts['names'] }
  if (about === 'document') return { documents: [values] as unknown as RecordedFacts['documents'] }
  return { facts: [{ kind: about, ...values }] as unknown as RecordedFacts['facts'] }
}
