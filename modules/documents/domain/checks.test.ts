import { describe, expect, it } from 'vitest'
import { type FieldValue, type PvContent, pvContentSchema } from '#contracts/documents/content.ts'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { testlandDocuments } from '#country/testland/forms/index.ts'
import { legalTimeOf } from '#modules/intake/index.ts'
import type { CheckSubject, OfficerInLaw, Signing } from './check-subject.ts'
import { checks, isHindered, runChecks } from './checks.ts'
import { type DocumentsData, documentsDataSchema, formOn } from './form.ts'
import { docOf } from './rich-text.ts'

const morocco = documentsDataSchema.parse(moroccanDocuments)
const testland = documentsDataSchema.parse(testlandDocuments)
const officerId = '01900000-0000-7000-8000-000000000001'
const participantId = '01900000-0000-7000-8000-000000000002'

const text = (value: string): FieldValue => ({ type: 'text', text: value })
const rich = (value: string): FieldValue => ({ type: 'rich-text', doc: docOf(value) })
const at = (value: string | null): FieldValue => ({ type: 'date-time', at: value })
const chosen = (code: string | null): FieldValue => ({ type: 'choice', code })
const yes = (value: boolean | null): FieldValue => ({ type: 'boolean', value })
const said = (variant: string | null, note?: string): FieldValue => ({ type: 'mention', variant, note })
const people = (...list: object[]): FieldValue => ({
  type: 'person',
  people: list.map((person, index) => ({ key: `p-${index + 1}`, protected: false, ...person })),
})
const someone = {
  nameAr: 'فاطمة العلوي',
  documentNumber: 'AB123456',
  address: 'زنقة الياسمين، رقم 12',
  phone: '+212600000000',
  nationality: 'MA',
  birthDate: '1987-05-03',
}

const inLaw: OfficerInLaw = { officerId, qualities: ['opj'], suspended: false }
const signing: Signing = {
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

const hearing = {
  reading: said('read-to'),
  additions: said('none'),
  statement: rich('سُرق مني هاتفي.'),
  exchange: { type: 'question-answer', items: [{ question: 'متى؟', answer: 'أمس.' }] } as FieldValue,
}
const complaint = { complainant: people(someone), ...hearing, 'victim-rights': said('told') }
const search = {
  occupant: people(someone),
  place: text('شقة'),
  'entered-at': at('2026-11-23T07:00:00Z'),
  'entry-ground': chosen('none'),
  consent: chosen('own-hand'),
  presence: chosen('occupant'),
  findings: rich('لا شيء.'),
}
const minor = {
  minor: people({ ...someone, birthDate: '2012-01-01' }),
  'heard-as': chosen('witness'),
  'guardian-told': chosen('attends'),
  guardian: people({ nameAr: 'الأب', relation: 'الأب' }),
  ...hearing,
}

interface Case {
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

/** Each rule with a text that keeps it and the same text that breaks it. */
const cases: Record<string, Case[]> = {
  'needed-fields': [
    {
      act: 'medical-certificate',
      good: {
        days: { type: 'quantity', amount: 21 },
        doctor: text('د. بناني'),
        'issued-at': at('2026-11-22T10:00:00Z'),
        patient: people(someone),
      },
      bad: { days: { type: 'quantity', amount: null } },
    },
  ],
  'needed-attributes': [
    {
      act: 'complaint',
      good: { ...complaint, complainant: people({ ...someone, father: 'أ', mother: 'ب', occupation: 'محاسبة' }) },
      bad: {
        complainant: people({
          ...someone,
          nameAr: undefined,
          nameLatin: 'EL ALAOUI Fatima',
          father: 'أ',
          mother: 'ب',
          occupation: 'محاسبة',
        }),
      },
    },
  ],
  'author-named': [
    {
      act: 'complaint',
      good: complaint,
      subject: { author: { officerId, name: 'يوسف', rank: '', quality: 'ض.ش.ق', unit: ' ' } },
    },
  ],
  'act-time': [{ act: 'complaint', good: complaint, content: { actAt: null } }],
  'drafting-hour': [{ act: 'complaint', good: complaint, content: { actAt: '2026-11-23T07:30:00Z' } }],
  'times-in-order': [
    { act: 'complaint', good: complaint, content: { draftedAt: '2026-11-23T08:00:00Z' } },
    { act: 'search-fruitless', good: search, bad: { 'left-at': at('2026-11-23T08:00:00Z') } },
  ],
  'not-back-dated': [{ act: 'complaint', good: complaint, content: { actAt: '2026-11-22T08:59:00Z' }, fact: true }],
  'heard-identified': [{ act: 'complaint', good: complaint, bad: { complainant: people() } }],
  'foreigner-in-latin': [
    {
      act: 'complaint',
      good: { ...complaint, complainant: people({ ...someone, nationality: 'FR', nameLatin: 'DUPONT Marie' }) },
      bad: { complainant: people({ ...someone, nationality: 'FR' }) },
    },
  ],
  'interpreter-named': [
    {
      act: 'complaint',
      good: {
        ...complaint,
        'needs-interpreter': yes(true),
        interpreter: people({ nameAr: 'سعيد', language: 'الإنجليزية' }),
      },
      bad: { interpreter: people({ nameAr: 'سعيد' }) },
    },
    {
      act: 'complaint',
      good: { ...complaint, 'needs-interpreter': yes(false), complainant: people({ ...someone, nationality: 'FR' }) },
      bad: { 'needs-interpreter': yes(null) },
    },
  ],
  'answers-given': [
    {
      act: 'complaint',
      good: complaint,
      bad: { exchange: { type: 'question-answer', items: [{ question: 'متى؟', answer: ' ' }] } },
    },
    {
      act: 'complaint',
      good: { ...complaint, exchange: { type: 'question-answer', items: [] } },
      bad: { statement: rich('  ') },
    },
  ],
  'facts-told': [
    {
      act: 'hearing-suspect',
      good: { suspect: people(someone), ...hearing, 'facts-told': said('told', 'السرقة') },
      bad: { 'facts-told': said(null) },
    },
    {
      act: 'hearing-suspect',
      good: { suspect: people(someone), ...hearing, 'facts-told': said('told', 'السرقة') },
      bad: { 'facts-told': said('told', ' ') },
    },
  ],
  'reading-made': [{ act: 'complaint', good: complaint, bad: { reading: said(null) } }],
  'additions-made': [
    { act: 'complaint', good: complaint, bad: { additions: said(null) } },
    { act: 'complaint', good: { ...complaint, additions: said('some', 'أضاف…') }, bad: { additions: said('some') } },
  ],
  'victim-rights': [{ act: 'complaint', good: complaint, bad: { 'victim-rights': said(null) } }],
  'prefill-confirmed': [
    {
      act: 'complaint',
      good: complaint,
      goodContent: {
        origins: {
          'complainant.p-1.nameAr': { state: 'confirmed', source: { kind: 'person-fact' }, proposed: 'فاطمة' },
        },
      },
      content: {
        origins: {
          'complainant.p-1.nameAr': { state: 'proposed', source: { kind: 'person-fact' }, proposed: 'فاطمة' },
        },
      },
    },
  ],
  'contact-given': [
    { act: 'complaint', good: complaint, bad: { complainant: people({ ...someone, phone: ' ' }) } },
    {
      act: 'complaint',
      good: { ...complaint, complainant: people({ ...someone, phone: null, email: 'f@example.ma' }) },
      bad: { complainant: people({ ...someone, address: null }) },
    },
  ],
  'minor-guardian': [
    { act: 'hearing-minor', good: minor, bad: { 'guardian-told': chosen(null) } },
    { act: 'hearing-minor', good: minor, bad: { guardian: people() } },
    {
      act: 'hearing-minor',
      good: { ...minor, guardian: people(), 'guardian-told': chosen('unreachable') },
      bad: { 'guardian-told': chosen('told') },
    },
    // Eighteen on the day of the act, seventeen on the day of the facts: judged by the facts.
    {
      act: 'hearing-minor',
      good: { ...minor, minor: people({ ...someone, birthDate: '2008-11-01' }), guardian: people() },
      goodSubject: { happenedAt: new Date('2026-11-20T10:00:00Z') },
      subject: { happenedAt: new Date('2026-10-20T10:00:00Z') },
    },
  ],
  'adult-form': [
    { act: 'complaint', good: complaint, bad: { complainant: people({ ...someone, birthDate: '2012-06' }) } },
  ],
  'protected-hidden': [
    {
      act: 'hearing-witness',
      good: { witness: people({ protected: true, alias: 'الشاهد أ' }) },
      bad: { witness: people({ protected: true, alias: 'الشاهد أ', address: 'زنقة' }) },
    },
    {
      act: 'hearing-witness',
      good: { witness: people({ protected: true, alias: 'الشاهد أ', participantId }) },
      bad: { witness: people({ ...someone, participantId }) },
      goodSubject: { protectedParticipants: new Set([participantId]) },
      subject: { protectedParticipants: new Set([participantId]) },
    },
  ],
  'same-sex-search': [
    {
      act: 'search-fruitless',
      good: {
        ...search,
        'searched-persons': people({ nameAr: 'ليلى', sex: 'female' }),
        'body-searched-by': people({ nameAr: 'حكيمة', sex: 'female' }),
      },
      bad: { 'body-searched-by': people() },
    },
    {
      act: 'search-fruitless',
      good: {
        ...search,
        'searched-persons': people({ nameAr: 'ليلى', sex: 'female' }),
        'body-searched-by': people({ nameAr: 'حكيمة', sex: 'female' }),
      },
      bad: { 'body-searched-by': people({ nameAr: 'رشيد', sex: 'male' }) },
      fact: true,
    },
  ],
  'search-presence': [
    { act: 'search-fruitless', good: search, bad: { presence: chosen(null) } },
    { act: 'search-fruitless', good: search, bad: { presence: chosen('none') }, fact: true },
    {
      act: 'search-fruitless',
      good: { ...search, presence: chosen('witnesses'), witnesses: people({ nameAr: 'أ' }, { nameAr: 'ب' }) },
      bad: { witnesses: people({ nameAr: 'أ' }) },
    },
  ],
  'search-consent': [
    { act: 'search-fruitless', good: search, bad: { consent: chosen(null) } },
    { act: 'search-fruitless', good: search, bad: { consent: chosen('none') }, fact: true },
  ],
  'entry-hours': [
    {
      act: 'search-fruitless',
      good: { ...search, 'entered-at': at('2026-11-22T06:00:00Z') },
      bad: { 'entered-at': at('2026-11-22T05:59:00Z') },
      fact: true,
    },
    {
      act: 'search-fruitless',
      good: { ...search, 'entered-at': at('2026-11-22T21:00:00Z') },
      bad: { 'entered-at': at('2026-11-22T21:01:00Z') },
      fact: true,
    },
    {
      act: 'search-fruitless',
      good: { ...search, 'entered-at': at('2026-11-22T23:00:00Z'), 'entry-ground': chosen('wanted-person') },
      bad: { 'entry-ground': chosen('none') },
      fact: true,
    },
    // Before 20 September 2026 the wall showed one hour more.
    {
      act: 'search-fruitless',
      good: { ...search, 'entered-at': at('2026-09-18T05:30:00Z') },
      bad: { 'entered-at': at('2026-09-18T20:30:00Z') },
      fact: true,
    },
  ],
  'seized-sealed': [
    {
      act: 'search-seizure',
      good: { ...search, seized: { type: 'list', rows: [{ what: 'سكين', seal: '12' }] } },
      bad: { seized: { type: 'list', rows: [{ what: 'سكين', seal: '12' }, { what: 'هاتف' }] } },
    },
  ],
  'quality-held': [
    {
      act: 'complaint',
      good: complaint,
      signing: { signer: { atAct: { ...inLaw, qualities: ['apj'] }, atSigning: inLaw } },
    },
  ],
  'minors-quality': [
    {
      act: 'hearing-minor',
      good: minor,
      goodSubject: {
        signing: { ...signing, signer: { atAct: { ...inLaw, qualities: ['opj', 'opj-minors'] }, atSigning: inLaw } },
      },
      signing: {},
      fact: true,
    },
  ],
  'not-suspended': [
    {
      act: 'complaint',
      good: complaint,
      signing: { signer: { atAct: { ...inLaw, suspended: true }, atSigning: inLaw } },
    },
    {
      act: 'complaint',
      good: complaint,
      signing: { signer: { atAct: inLaw, atSigning: { ...inLaw, suspended: true } } },
    },
  ],
  'signed-by-author': [
    {
      act: 'complaint',
      good: complaint,
      signing: { signer: { atAct: inLaw, atSigning: { ...inLaw, officerId: participantId } } },
    },
  ],
  'pages-counted': [
    { act: 'complaint', good: complaint, signing: { pages: { printed: 2, counted: 1 } } },
    { act: 'complaint', good: complaint, signing: { scanned: false } },
  ],
  'strike-outs-approved': [
    {
      act: 'complaint',
      good: complaint,
      goodSubject: { signing: { ...signing, strikeOuts: { words: 2, insertions: 0, approved: true } } },
      signing: { strikeOuts: { words: 2, insertions: 0, approved: false } },
    },
  ],
  'signatures-complete': [
    { act: 'complaint', good: complaint, signing: { signatures: signing.signatures.slice(0, 1) } },
    {
      act: 'complaint',
      good: complaint,
      signing: {
        signatures: [{ code: 'author', key: 'author', how: 'refused', reason: 'لا' }, ...signing.signatures.slice(1)],
      },
    },
  ],
  'reasons-given': [
    {
      act: 'complaint',
      good: complaint,
      goodSubject: {
        signing: {
          ...signing,
          signatures: [{ code: 'complainant', key: 'p-1', how: 'refused', reason: 'يرى أن أقواله لم تدوّن' }],
        },
      },
      signing: { signatures: [{ code: 'complainant', key: 'p-1', how: 'refused' }] },
    },
  ],
  'name-in-own-hand': [
    {
      act: 'complaint',
      good: complaint,
      signing: { signatures: [{ code: 'complainant', key: 'p-1', how: 'signature' }] },
    },
  ],
}

function subjectOf(one: Case, spoiled: boolean, data: DocumentsData = morocco): CheckSubject {
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

const found = (one: Case, id: string, spoiled: boolean, data = morocco) =>
  runChecks(subjectOf(one, spoiled, data), data.rules, checks[id]?.phase ?? 'content').filter(
    (each) => each.check === id,
  )

describe('each check', () => {
  it('is in the table below', () => {
    expect(Object.keys(cases).toSorted()).toEqual(Object.keys(checks).toSorted())
  })

  for (const [id, list] of Object.entries(cases)) {
    for (const [index, one] of list.entries()) {
      it(`${id} (${index + 1}) lets a good text pass and finds the spoiled one`, () => {
        expect(found(one, id, false)).toEqual([])
        const findings = found(one, id, true)
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
})

describe('what hinders a signature', () => {
  const complaintCase: Case = { act: 'complaint', good: complaint }

  it('is nothing in a complete complaint', () => {
    for (const phase of ['content', 'signing'] as const)
      expect(isHindered(runChecks(subjectOf(complaintCase, false), morocco.rules, phase))).toBe(false)
  })

  it('is never a breach that already happened', () => {
    const night: Case = {
      act: 'search-fruitless',
      good: { ...search, 'entered-at': at('2026-11-22T02:00:00Z'), consent: chosen('none'), presence: chosen('none') },
    }
    const findings = runChecks(subjectOf(night, false), morocco.rules, 'content')
    expect(findings.filter((finding) => finding.effect === 'nullity').map((finding) => finding.check)).toEqual([
      'search-consent',
      'search-presence',
      'entry-hours',
    ])
    expect(isHindered(findings.filter((finding) => finding.effect === 'nullity'))).toBe(false)
  })

  it('differs with the day of the act', () => {
    const noContact: Case = {
      act: 'complaint',
      good: { ...complaint, complainant: people({ ...someone, phone: null }) },
    }
    expect(found(noContact, 'contact-given', false)).not.toEqual([])
    const older = { ...noContact, goodContent: { actAt: '2025-12-07T10:00:00Z' } }
    expect(found(older, 'contact-given', false)).toEqual([])
  })

  it('differs with the country', () => {
    const entry = (time: string): Case => ({
      act: 'search-seizure',
      good: {
        entered: at(time),
        ground: chosen('none'),
        taken: { type: 'list', rows: [{ thing: 'lamp', label: '1' }] },
      },
    })
    expect(found(entry('2026-11-22T17:30:00Z'), 'entry-hours', false, testland)).toHaveLength(1)
    const statement: Case = {
      act: 'hearing-witness',
      good: { speaker: people({}), words: rich('So it was.'), 'read-back': said('done'), motto: text('m') },
    }
    // There is no duty to name anyone there: it is remarked upon, no more.
    const findings = runChecks(
      {
        ...subjectOf(statement, false),
        form: formOn(testland.forms, 'tl.pv.statement', '2026-11-23') ?? subjectOf(statement, false).form,
      },
      testland.rules,
      'content',
    )
    expect(findings.map((finding) => [finding.check, finding.level])).toContainEqual(['heard-identified', 'warns'])
    expect(isHindered(findings)).toBe(false)
  })
})
