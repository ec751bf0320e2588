import { z } from 'zod'
import type { CaseFile } from '#contracts/casework/case.ts'
import { openCustodyBody } from '#contracts/custody/custody.ts'
import { type EntryInput, type EntryKind } from '#contracts/custody/entry.ts'
import { riskLevels } from '#contracts/custody/entry-said.ts'
import { type Age, type Measure, ageSchema, inquirySchema, measureSchema } from '#contracts/custody/measure.ts'
import { partialDateSchema } from '#contracts/registry/person.ts'
import { wallDay } from '../time/legal-time.ts'
import { asEntry, newDraft } from './entry-draft.ts'
import type { Start, Values } from './entry-fields.ts'

/** Kinds that an intake may take down at once, in the order in which they happen. */
export const intakeKinds = [
  'body-search',
  'property',
  'rights',
  'prosecutor-authorisation',
  'prosecutor-notice',
  'guardian-notice',
  'family-notice',
  'lawyer-notice',
] as const satisfies readonly EntryKind[]
export type IntakeKind = (typeof intakeKinds)[number]

const saidSchema = z.object({ at: z.string().nullable(), values: z.record(z.string(), z.unknown()) })

/** An intake while it is being filled in; empty fields are empty texts. */
export const intakeSchema = z.object({
  participantId: z.string().nullable(),
  familyAr: z.string(),
  givenAr: z.string(),
  familyLatin: z.string(),
  givenLatin: z.string(),
  birthDate: z.string(),
  documentNumber: z.string(),
  address: z.string(),
  sex: z.enum(['female', 'male']).nullable(),
  measure: measureSchema.nullable(),
  inquiry: inquirySchema.nullable(),
  age: ageSchema.nullable(),
  grounds: z.array(z.string()),
  arrestedAt: z.string().nullable(),
  arrestPlace: z.string(),
  outsideDistrict: z.boolean(),
  placedAt: z.string().nullable(),
  placeId: z.string().nullable(),
  cellId: z.string().nullable(),
  risk: z.enum(riskLevels),
  paper: z.object({ page: z.string(), line: z.string() }).nullable(),
  said: z.partialRecord(z.enum(intakeKinds), saidSchema),
})
export type IntakeDraft = z.output<typeof intakeSchema>

/** Stands for someone whom the file does not know yet. */
export const newPerson = 'new'

export const emptyIntake: IntakeDraft = {
  participantId: null,
  familyAr: '',
  givenAr: '',
  familyLatin: '',
  givenLatin: '',
  birthDate: '',
  documentNumber: '',
  address: '',
  sex: null,
  measure: null,
  inquiry: null,
  age: null,
  grounds: [],
  arrestedAt: null,
  arrestPlace: '',
  outsideDistrict: false,
  placedAt: null,
  placeId: null,
  cellId: null,
  risk: 'standard',
  paper: null,
  said: {},
}

/** What is not written is what the file, the place and the age make likely. */
export interface Likely {
  readonly participantId: string | null
  readonly sex: 'female' | 'male' | null
  readonly age: Age | null
  readonly measure: Measure | null
  readonly inquiry: CaseFile['inquiry']
  readonly placeId: string | null
  readonly cellId: string | null
  readonly prosecutor: string | null
}

/** The age on the day of the offence by a date of birth, as far as that is known: a doubt is called one. */
export function ageOn(birthDate: string | null, day: Date): Age | null {
  if (birthDate === null || !partialDateSchema.safeParse(birthDate).success) return null
  const [year = 0, month = 0] = wallDay(day).split('-').map(Number)
  const on = wallDay(day).slice(5)
  const [birthYear = '', birthMonth, birthDay] = birthDate.split('-')
  const years = year - Number(birthYear)
  // Without the day one may be a year younger than the years say.
  const had = ((): boolean | undefined => {
    if (birthMonth === undefined || (birthDay === undefined && Number(birthMonth) === month)) return undefined
    return birthDay === undefined ? Number(birthMonth) < month : `${birthMonth}-${birthDay}` <= on
  })()
  const most = years - (had === false ? 1 : 0)
  const least = years - (had === true ? 0 : 1)
  if (most < 12) return 'under-12'
  if (most < 18) return 'minor'
  return least < 18 ? 'doubtful' : 'adult'
}

export function measureFor(age: Age | null): Measure | null {
  if (age === null) return null
  return age === 'adult' ? 'custody' : 'minor-retention'
}

/** The values of one part of the intake: what was written over what is usual. */
export function saidOf(draft: IntakeDraft, kind: IntakeKind, start: Start): Values {
  return newDraft(kind, start, draft.said[kind]?.values).values
}

/** The entry that a part of the intake stands for; undefined while it is not complete. */
export function entryOf(draft: IntakeDraft, kind: IntakeKind, start: Start, placedAt: string): EntryInput | undefined {
  const values = saidOf(draft, kind, start)
  const at = draft.said[kind]?.at ?? placedAt
  return asEntry({ kind, at, until: null, note: '', paper: draft.paper, corrects: null, values }, start.now)
}

/** The command that an intake stands for; undefined while something needed is missing. */
export function asBody(
  caseId: string,
  draft: IntakeDraft,
  kinds: readonly IntakeKind[],
  start: Start,
): z.output<typeof openCustodyBody> | undefined {
  const placedAt = draft.placedAt ?? start.now.toISOString()
  const paper = draft.paper && {
    page: draft.paper.page.trim(),
    ...(draft.paper.line.trim() ? { line: draft.paper.line.trim() } : {}),
  }
  const body = {
    caseId,
    ...(draft.participantId === newPerson
      ? { participant: participantOf(draft) }
      : { participantId: draft.participantId }),
    measure: draft.measure,
    inquiry: draft.inquiry,
    age: draft.age,
    grounds: draft.grounds,
    arrestedAt: draft.arrestedAt,
    arrestPlace: draft.arrestPlace.trim(),
    outsideDistrict: draft.outsideDistrict,
    placedAt,
    placeId: draft.placeId,
    cellId: draft.cellId,
    risk: draft.risk,
    prosecutors: prosecutorsOf(draft, kinds, start),
    ...(paper ? { paper } : {}),
    entries: kinds.flatMap((kind) => entryOf(draft, kind, start, placedAt) ?? []),
  }
  const parsed = openCustodyBody.safeParse(body)
  return parsed.success ? parsed.data : undefined
}

/** Whoever was told or authorised goes first; the prosecutor of the place where nobody has been yet. */
function prosecutorsOf(draft: IntakeDraft, kinds: readonly IntakeKind[], start: Start): string[] {
  const told = kinds.flatMap((kind) => {
    const { prosecutorUnitId } = saidOf(draft, kind, start)
    return typeof prosecutorUnitId === 'string' ? [prosecutorUnitId] : []
  })
  return [...new Set([...told, ...start.prosecutors])].slice(0, 1)
}

function participantOf(draft: IntakeDraft): unknown {
  const { familyAr, givenAr, familyLatin, givenLatin, birthDate, documentNumber, address, sex } = draft
  const name = (script: 'ar' | 'latin', given: string, family: string) =>
    given.trim() || family.trim() ? [{ script, given: given.trim(), family: family.trim() }] : []
  return {
    role: 'person-in-custody',
    standing: 'fact',
    person: {
      source: documentNumber.trim() ? 'document' : 'statement',
      names: [...name('ar', givenAr, familyAr), ...name('latin', givenLatin, familyLatin)],
      documents: documentNumber.trim() ? [{ kind: 'national-id', number: documentNumber.trim(), country: 'MA' }] : [],
      facts: [
        ...(sex === null ? [] : [{ kind: 'sex', value: sex }]),
        ...(birthDate.trim() ? [{ kind: 'birth', date: birthDate.trim() }] : []),
        ...(address.trim() ? [{ kind: 'address', text: address.trim() }] : []),
      ],
    },
  }
}
