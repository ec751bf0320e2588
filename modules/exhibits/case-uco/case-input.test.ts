import { expect, it } from 'vitest'
import { type Exhibit, exhibitSchema } from '#contracts/exhibits/exhibit.ts'
import { exhibitAbilities } from '#contracts/exhibits/lists.ts'
import { caseBundleOf } from './case-bundle.ts'
import { caseInputOf } from './case-input.ts'

const id = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const officer = { id: id(1), nameAr: 'ليلى العمراني', nameLatin: 'Leila Amrani', rank: 'inspector' }
const shelf = { id: id(2), unitId: id(3), kind: 'shelf', code: 'A-3', labelAr: 'الرف', labelFr: 'Étagère' } as const
const text = { ar: 'أ', fr: 'f', en: 'e' }
const clerk = { kind: 'outside', name: 'Karim Fassi', capacity: 'court-clerk' } as const

const movement = {
  seq: 1,
  kind: 'taken',
  occurredAt: '2026-11-20T10:00:00.000Z',
  recordedAt: '2026-11-20T11:00:00.000Z',
  recordedBy: officer,
  recorderWas: 'receiver',
  from: null,
  to: shelf,
  handedBy: { kind: 'participant', participantId: id(4), role: 'suspect', name: null, nameLatin: null },
  receivedBy: { kind: 'officer', officer },
  sealNumber: null,
  sealSeen: null,
  order: null,
  expectedBack: null,
  note: null,
  correctsSeq: null,
  correctedBy: [],
  marks: [{ code: 'no-pv', text, articles: [], breaksChain: false }],
  sentence: text,
} as const

const exhibit: Exhibit = exhibitSchema.parse({
  id: id(5),
  reference: 'M 2026/7',
  year: 2026,
  number: 7,
  caseId: id(6),
  caseReference: '2026/417',
  unit: { id: id(3), code: 'D1', nameAr: 'الدائرة', nameFr: 'Arrondissement' },
  origin: 'seized',
  kind: 'money',
  description: 'أوراق نقدية',
  quantity: 3200,
  measure: 'currency',
  currency: 'MAD',
  state: 'deposited',
  sealState: 'none',
  sealNumber: null,
  place: shelf,
  takenAt: movement.occurredAt,
  expectedBack: null,
  overdue: false,
  marks: 1,
  photos: 1,
  files: 1,
  version: 3,
  area: 'casa',
  label: 'a'.repeat(26),
  serialNumbers: [],
  distinguishing: null,
  foundAt: null,
  countedWith: null,
  pv: null,
  owner: null,
  heldFrom: null,
  recordedAt: movement.recordedAt,
  recordedBy: officer,
  qualityAtAct: { rank: null, qualities: [], suspended: false },
  movements: [
    movement,
    { ...movement, seq: 2, handedBy: { kind: 'officer', officer: { ...officer, rank: null } }, receivedBy: clerk },
    { ...movement, seq: 3, handedBy: { kind: 'officer', officer }, receivedBy: clerk },
  ],
  unbroken: true,
  due: [],
  photoList: [],
  fileList: [],
  certificates: [],
  can: Object.fromEntries(exhibitAbilities.map((ability) => [ability, true])),
})

it('says of an exhibit what the room says of it', () => {
  const [said] = caseInputOf([exhibit], '2026-11-28T10:00:00.000Z').exhibits
  expect(said).toMatchObject({ reference: 'M 2026/7', quantity: { amount: 3200, measure: 'MAD' } })
  expect(said?.place.name).toBe('A-3 · الرف · Étagère')
  expect(said?.movements.map((each) => [each.handedBy.function, each.receivedBy.function])).toEqual([
    ['suspect', 'officer (inspector)'],
    ['officer', 'court-clerk'],
    ['officer (inspector)', 'court-clerk'],
  ])
  expect(said?.movements[0]?.marks).toEqual(['no-pv'])
})

it('does not take two persons from outside for one because their names are equal', () => {
  const movements = caseInputOf([exhibit], '2026-11-28T10:00:00.000Z').exhibits[0]?.movements
  expect(movements?.[1]?.receivedBy.name).toBe(movements?.[2]?.receivedBy.name)
  expect(movements?.[1]?.receivedBy.id).not.toBe(movements?.[2]?.receivedBy.id)
})

it('gives a bundle of the exhibit, and refuses exhibits of two cases', () => {
  const bundle = caseBundleOf(caseInputOf([exhibit], '2026-11-28T10:00:00.000Z'))
  expect(bundle['uco-core:name']).toBe('2026/417')
  expect(() => caseInputOf([exhibit, { ...exhibit, caseId: id(9) }], '2026-11-28T10:00:00.000Z')).toThrow(
    'several cases',
  )
})
