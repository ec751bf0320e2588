import { expect, it } from 'vitest'
import { type FieldValue, type PvContent, pvContentSchema } from '#contracts/documents/content.ts'
import { legalTimeOf } from '#modules/intake/index.ts'
import type { Check, CheckSubject, OfficerInLaw, Signing } from '../domain/check-subject.ts'
import { checks, runChecks } from '../domain/checks.ts'
import { type DocumentsData, formOn } from '../domain/form.ts'
import { docOf } from '../domain/rich-text.ts'

export const officerId = '01900000-0000-7000-8000-000000000001'
export const participantId = '01900000-0000-7000-8000-000000000002'

export const text = (value: string): FieldValue => ({ type: 'text', text: value })
export const rich = (value: string): FieldValue => ({ type: 'rich-text', doc: docOf(value) })
export const at = (value: string | null): FieldValue => ({ type: 'date-time', at: value })
export const chosen = (code: string | null): FieldValue => ({ type: 'choice', code })
export const yes = (value: boolean | null): FieldValue => ({ type: 'boolean', value })
export const said = (variant: string | null, note?: string): FieldValue => ({ type: 'mention', variant, note })
export const people = (...list: object[]): FieldValue => ({
  type: 'person',
  people: list.map((person, index) => ({ key: `p-${index + 1}`, protected: false, ...person })),
})
export const someone = {
  nameAr: 'فاطمة العلوي',
  documentNumber: 'AB123456',
  address: 'زنقة الياسمين، رقم 12',
  phone: '+212600000000',
  nationality: 'MA',
  birthDate: '1987-05-03',
}

export const inLaw: OfficerInLaw = { officerId, qualities: ['opj'], suspended: false }
export const signing: Signing = {
  signer: { atAct: inLaw, atSigning: inLaw },
  mode: 'paper',
  pages: { printed: 2, counted: 2 },
  scanned: true,
  strikeOuts: { words: 0, insertions: 0, approved: false },
  signatures: [
    { code: 'author', key: 'author', how: 'signature' },
    { code: 'complainant', key: 'p-1', how: 'signature', ownHand: true },
  ],
}

export const hearing = {
  reading: said('read-to'),
  additions: said('none'),
  statement: rich('سُرق مني هاتفي.'),
  exchange: { type: 'question-answer', items: [{ question: 'متى؟', answer: 'أمس.' }] } as FieldValue,
}
export const complaint = { complainant: people(someone), ...hearing, 'victim-rights': said('told') }
export const search = {
  occupant: people(someone),
  place: text('شقة'),
  'entered-at': at('2026-11-23T07:00:00Z'),
  'entry-ground': chosen('none'),
  consent: chosen('own-hand'),
  presence: chosen('occupant'),
  findings: rich('لا شيء.'),
}
export const minor = {
  minor: people({ ...someone, birthDate: '2012-01-01' }),
  'heard-as': chosen('witness'),
  'guardian-told': chosen('attends'),
  guardian: people({ nameAr: 'الأب', relation: 'الأب' }),
  ...hearing,
}

export interface Case {
  /** The form, by the act. */
  act: string
  /** Values of a good text. */
  good: Record<string, FieldValue>
  /** What spoils it. */
  bad?: Record<string, FieldValue>
  content?: Partial<PvContent>
  goodContent?: Partial<PvContent>
  subject?: Partial<CheckSubject>
  goodSubject?: Partial<CheckSubject>
  signing?: Partial<Signing>
  /** True where what was found is a fact that stays as a mark. */
  fact?: boolean
}

export function subjectOf(one: Case, spoiled: boolean, data: DocumentsData): CheckSubject {
  const code = data.forms.find((form) => form.act === one.act)?.code ?? ''
  const form = formOn(data.forms, code, '2026-11-23')
  if (!form) throw new Error(`no form for ${one.act}`)
  const content = pvContentSchema.parse({
    actAt: '2026-11-23T08:40:00Z',
    values: { ...one.good, ...(spoiled ? one.bad : {}) },
    ...(spoiled ? one.content : one.goodContent),
  })
  return {
    form,
    content,
    author: {
      officerId,
      name: 'يوسف بنجلون',
      rank: 'ضابط شرطة',
      quality: 'ضابط الشرطة القضائية',
      unit: 'الدائرة الأولى',
    },
    now: new Date('2026-11-23T09:00:00Z'),
    time: legalTimeOf('Africa/Casablanca'),
    homeCountry: 'MA',
    happenedAt: null,
    protectedParticipants: new Set(),
    signing: spoiled ? { ...signing, ...one.signing } : signing,
    ...(spoiled ? one.subject : one.goodSubject),
  }
}

export const found = (one: Case, id: string, spoiled: boolean, data: DocumentsData) =>
  runChecks(subjectOf(one, spoiled, data), data.rules, checks[id]?.phase ?? 'content').filter(
    (each) => each.check === id,
  )

/** Each check with a text that keeps it and the same text that breaks it. */
export function tryChecks(
  tried: Readonly<Record<string, Check>>,
  data: DocumentsData,
  cases: Record<string, Case[]>,
): void {
  it('has a row in the table, and no row is of another', () => {
    expect(Object.keys(cases).toSorted()).toEqual(Object.keys(tried).toSorted())
  })

  for (const [id, list] of Object.entries(cases)) {
    for (const [index, one] of list.entries()) {
      it(`${id} (${index + 1}) lets a good text pass and finds the spoiled one`, () => {
        expect(found(one, id, false, data)).toEqual([])
        const findings = found(one, id, true, data)
        expect(findings).not.toEqual([])
        for (const finding of findings) {
          expect(finding.articles.length).toBeGreaterThan(0)
          // What no one can mend is marked, never a reason to refuse.
          expect(finding.fact).toBe(one.fact ?? false)
          expect([finding.fact, finding.level]).not.toEqual([true, 'blocks'])
          for (const words of Object.values(finding.text)) expect(words).not.toMatch(/\{[a-z]+\}/i)
        }
      })
    }
  }
}
