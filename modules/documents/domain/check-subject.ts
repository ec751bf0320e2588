import type { FieldValue, FieldValueOf, PersonStatement, PvContent } from '#contracts/documents/content.ts'
import type {
  CheckRule,
  Condition,
  FieldUse,
  FormField,
  FormFieldOf,
  FormSignature,
  PvForm,
} from '#contracts/documents/form.ts'
import type { Text } from '#platform/i18n/text.ts'
import type { LegalTime } from './legal-time.ts'
import { filled, nameOf } from './people.ts'
import { isBlank } from './rich-text.ts'

/** Who an officer was in law at an instant, as far as the checks ask. */
export interface OfficerInLaw {
  readonly officerId: string
  /** Codes of the country's data. */
  readonly qualities: readonly string[]
  readonly suspended: boolean
}

export interface Author {
  readonly officerId: string
  readonly name: string
  readonly rank: string
  readonly quality: string
  readonly unit: string
}

export const signingWays = ['signature', 'fingerprint', 'refused', 'impossible'] as const
export type SigningWay = (typeof signingWays)[number]

/** How one of those who are to sign did so; `key` is the statement's, or `author`. */
export interface SignatureGiven {
  readonly code: string
  readonly key: string
  readonly how: SigningWay
  readonly reason?: string | null | undefined
  /** The name was written in the own hand. */
  readonly ownHand?: boolean | undefined
}

/** A PV brought back signed, as reconciled with what was printed. */
export interface Signing {
  readonly signer: { readonly atAct: OfficerInLaw; readonly atSigning: OfficerInLaw }
  readonly mode: 'paper' | 'screen'
  readonly pages: { readonly printed: number; readonly counted: number | null }
  readonly scanned: boolean
  readonly strikeOuts: { readonly words: number; readonly insertions: number; readonly approved: boolean }
  readonly signatures: readonly SignatureGiven[]
}

/** Everything the checks may look at. Nothing is fetched while they judge. */
export interface CheckSubject {
  readonly form: PvForm
  readonly content: PvContent
  readonly author: Author
  readonly now: Date
  readonly time: LegalTime
  readonly homeCountry: string
  /** When the facts of the case happened, where that is known. */
  readonly happenedAt: Date | null
  /** Links of the case that are protected. */
  readonly protectedParticipants: ReadonlySet<string>
  /** Absent while the text is still being written. */
  readonly signing?: Signing
}

/**
 * Something a rule finds. What is missing can be mended and carries the level of the rule; a `fact` that broke a rule
 * cannot, so it is recorded and marked, never a reason to refuse.
 */
export interface Breach {
  readonly field?: string
  readonly fact?: boolean
  readonly level?: 'blocks' | 'warns'
  readonly article?: string | null
  readonly params?: Readonly<Record<string, string | number>>
}

export interface Check {
  /** content: judged while writing and before the text is closed; signing: judged on what comes back signed. */
  readonly phase: 'content' | 'signing'
  /** Fields the form must have for the check to make sense. */
  readonly needs?: readonly FieldUse[]
  /** Says what to do. `{field}` is the field's label. */
  readonly text: Text
  readonly judge: (subject: CheckSubject, params: CheckRule['params']) => readonly Breach[]
}

export const allFields = (form: PvForm): readonly FormField[] => form.sections.flatMap((section) => section.fields)

export const usedAs = (form: PvForm, use: FieldUse): FormField | undefined =>
  allFields(form).find((field) => field.use === use)

/** The value of a field in the form of its type; undefined where nothing, or something of another type, is there. */
export function valueOf<T extends FormField['type']>(
  content: PvContent,
  field: FormFieldOf<T>,
): FieldValueOf<T> | undefined {
  const value = content.values[field.id]
  return value?.type === field.type ? (value as FieldValueOf<T>) : undefined
}

/** People named in the field with that use; empty where the form has none. */
export function peopleOf(subject: Pick<CheckSubject, 'form' | 'content'>, use: FieldUse): readonly PersonStatement[] {
  const field = usedAs(subject.form, use)
  return field?.type === 'person' ? peopleIn(subject.content, field.id) : []
}

export function peopleIn(content: PvContent, fieldId: string): readonly PersonStatement[] {
  const value = content.values[fieldId]
  return value?.type === 'person' ? value.people.filter((person) => nameOf(person) !== undefined) : []
}

/** The code chosen in the field with that use. */
export function choiceOf(subject: Pick<CheckSubject, 'form' | 'content'>, use: FieldUse): string | undefined {
  const field = usedAs(subject.form, use)
  const value = field && subject.content.values[field.id]
  if (value?.type === 'choice') return value.code ?? undefined
  if (value?.type === 'mention') return value.variant ?? undefined
  return undefined
}

export function instantOf(subject: Pick<CheckSubject, 'form' | 'content'>, use: FieldUse): Date | undefined {
  const field = usedAs(subject.form, use)
  const value = field && subject.content.values[field.id]
  return value?.type === 'date-time' && value.at !== null ? new Date(value.at) : undefined
}

export function booleanOf(subject: Pick<CheckSubject, 'form' | 'content'>, use: FieldUse): boolean | undefined {
  const field = usedAs(subject.form, use)
  const value = field && subject.content.values[field.id]
  return value?.type === 'boolean' ? (value.value ?? undefined) : undefined
}

export function isFilled(value: FieldValue | undefined): boolean {
  switch (value?.type) {
    case undefined:
      return false
    case 'text':
      return filled(value.text)
    case 'rich-text':
      return !isBlank(value.doc)
    case 'date-time':
      return value.at !== null
    case 'person':
      return value.people.some((person) => nameOf(person) !== undefined)
    case 'choice':
      return value.code !== null
    case 'boolean':
      return value.value !== null
    case 'quantity':
      return value.amount !== null
    case 'list':
      return value.rows.some((row) => Object.values(row).some((cell) => cell !== null && cell !== ''))
    case 'question-answer':
      return value.items.some((item) => filled(item.question) || filled(item.answer))
    case 'mention':
      return value.variant !== null
    case 'sketch':
      return value.sketch !== null && value.sketch.lines.length + value.sketch.symbols.length > 0
  }
}

/** Whether the form asks for the field, given what stands in the others. */
export function isAsked(field: FormField, content: PvContent): boolean {
  return field.when === undefined || holds(field.when, content)
}

function holds(condition: Condition, content: PvContent): boolean {
  const value = content.values[condition.field]
  if (value?.type === 'choice') return value.code !== null && condition.is.includes(value.code)
  if (value?.type === 'mention') return value.variant !== null && condition.is.includes(value.variant)
  if (value?.type === 'boolean') return value.value !== null && condition.is.includes(value.value)
  return condition.is.includes(isFilled(value))
}

export interface ExpectedSignature {
  readonly signature: FormSignature
  /** `author`, or the statement's key. */
  readonly key: string
  readonly name: string
}

/** Everyone who is to sign: the author once, and each person named in a field that signs. */
export function expectedSignatures(form: PvForm, content: PvContent, authorName: string): readonly ExpectedSignature[] {
  return form.signatures.flatMap((signature): ExpectedSignature[] => {
    const { who } = signature
    if ('author' in who) return [{ signature, key: 'author', name: authorName }]
    const field = allFields(form).find((each) => each.id === who.field)
    if (!field || !isAsked(field, content)) return []
    return peopleIn(content, who.field).map((person) => ({ signature, key: person.key, name: nameOf(person) ?? '' }))
  })
}
