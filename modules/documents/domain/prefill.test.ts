import { describe, expect, it } from 'vitest'
import { pvContentSchema } from '#contracts/documents/content.ts'
import type { Person } from '#contracts/registry/person.ts'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { documentsDataSchema } from './form.ts'
import { type FileForAct, proposeContent, settleOrigins } from './prefill.ts'

const data = documentsDataSchema.parse(moroccanDocuments)
const formOf = (act: string) => {
  const form = data.forms.find((each) => each.act === act)
  if (!form) throw new Error(`no form for ${act}`)
  return form
}
const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const fact = (n: number, more: object = {}) => ({
  id: id(n),
  source: 'document' as const,
  sourceNote: null,
  caseId: null,
  protected: false,
  recordedAt: '2026-11-20T10:00:00Z',
  recordedBy: null,
  endedAt: null,
  endedBy: null,
  endReason: null,
  ...more,
})
const person: Person = {
  id: id(1),
  names: [
    { kind: 'civil', script: 'ar', given: 'فاطمة', family: 'العلوي', ...fact(2) },
    { kind: 'alias', script: 'ar', given: 'الشقراء', family: '', ...fact(3) },
  ],
  documents: [{ kind: 'national-id', number: 'AB123456', country: 'MA', validUntil: null, ...fact(4) }],
  facts: [
    { kind: 'address', value: { text: 'العنوان القديم' }, ...fact(5, { endedAt: '2026-11-21T10:00:00Z' }) },
    { kind: 'address', value: { text: 'عنوان مخفي' }, ...fact(6, { protected: true }) },
    { kind: 'contact', value: { type: 'phone', value: '+212600000000' }, ...fact(7, { source: 'statement' }) },
  ],
}
const file = (participants: FileForAct['participants']): FileForAct => ({
  id: id(9),
  reference: '2026/12',
  facts: { happenedFrom: '2026-11-20T08:45:00Z', happenedTo: null, place: 'شارع البحر', how: null },
  offences: [],
  participants,
})
const setting = { unitName: 'الدائرة الأولى', authorName: 'يوسف' }
const complainant = { id: id(10), role: 'complainant' as const, protected: false, alias: null, person }

describe('what the file proposes', () => {
  it('names its source and waits for the person heard', () => {
    const content = proposeContent(formOf('complaint'), file([complainant]), setting, null)
    expect(pvContentSchema.parse(content)).toEqual(content)
    expect(content.values['complainant']).toMatchObject({
      people: [{ nameAr: 'فاطمة العلوي', documentNumber: 'AB123456', phone: '+212600000000', personId: id(1) }],
    })
    expect(content.origins['complainant.p-1.phone']).toEqual({
      state: 'proposed',
      source: { kind: 'person-fact', id: id(7), given: 'statement', at: '2026-11-20T10:00:00Z' },
      proposed: '+212600000000',
    })
    expect(content.values['happened-where']).toEqual({ type: 'text', text: 'شارع البحر' })
  })

  it('never holds an address that is hidden or no longer holds, even where the file hands it over', () => {
    const text = JSON.stringify(proposeContent(formOf('complaint'), file([complainant]), setting, null))
    expect(text).not.toContain('مخفي')
    expect(text).not.toContain('القديم')
  })

  it('gives a protected witness by the alias alone', () => {
    const witness = { id: id(11), role: 'witness' as const, protected: true, alias: 'الشاهد أ', person }
    const content = proposeContent(formOf('hearing-witness'), file([witness]), setting, null)
    expect(content.values['witness']).toMatchObject({ people: [{ protected: true, alias: 'الشاهد أ' }] })
    expect(JSON.stringify(content)).not.toContain('فاطمة')
  })

  it('does not choose between two', () => {
    const other = { ...complainant, id: id(12), role: 'victim' as const, person: { ...person, id: id(13) } }
    expect(
      proposeContent(formOf('complaint'), file([complainant, other]), setting, null).values['complainant'],
    ).toBeUndefined()
    const twice = { ...complainant, id: id(12), role: 'victim' as const }
    expect(
      proposeContent(formOf('complaint'), file([complainant, twice]), setting, null).values['complainant'],
    ).toBeDefined()
  })
})

describe('origins at the end', () => {
  it('say what was confirmed and what was changed, whatever the client claims', () => {
    const content = proposeContent(formOf('complaint'), file([complainant]), setting, null)
    const confirmed = Object.fromEntries(
      Object.entries(content.origins).map(([path, origin]) => [path, { ...origin, state: 'confirmed' as const }]),
    )
    const values = { ...content.values, 'happened-where': { type: 'text' as const, text: 'شارع النهر' } }
    const settled = settleOrigins({ ...content, values, origins: confirmed })
    expect(settled.origins['happened-where']?.state).toBe('changed')
    expect(settled.origins['complainant.p-1.nameAr']?.state).toBe('confirmed')
  })

  it('are gone with what they told of', () => {
    const content = proposeContent(formOf('complaint'), file([complainant]), setting, null)
    expect(settleOrigins({ ...content, values: {} }).origins).toEqual({})
  })
})
