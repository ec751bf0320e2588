import { describe, expect, test } from 'vitest'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import {
  carryExhibitBody,
  correctExhibitBody,
  depositExhibitBody,
  sealExhibitBody,
} from '#contracts/exhibits/record.ts'
import { actBody, newActDraft } from './act-draft.ts'
import { nextAct } from './act-kinds.ts'
import { officerParty, outsideParty } from './party-draft.ts'

const me = '018f0000-0000-7000-8000-000000000001'
const other = '018f0000-0000-7000-8000-000000000002'
const shelf = '018f0000-0000-7000-8000-000000000003'
const place = { id: shelf, unitId: me, kind: 'in-hand', code: 'H', labelAr: '', labelFr: '' } as const
const exhibit = {
  state: 'held',
  sealState: 'none',
  place,
  version: 4,
  movements: [{ kind: 'taken', receivedBy: { kind: 'officer', officer: { id: other } } }],
  owner: null,
  heldFrom: null,
} as unknown as Exhibit

describe('an act as typed', () => {
  test('is no command before both persons and what it needs are named', () => {
    const draft = newActDraft('seal', exhibit, me)
    expect(actBody('seal', exhibit, draft)).toBeUndefined()
    const named = { ...draft, received: officerParty(other) }
    expect(actBody('seal', exhibit, named)).toBeUndefined()
    const body = actBody('seal', exhibit, { ...named, sealNumber: ' S-1 ' })
    expect(sealExhibitBody.parse(body)).toMatchObject({ baseVersion: 4, sealNumber: 'S-1' })
  })

  test('carrying out of the hand is storing; a later one is moving', () => {
    const draft = { ...newActDraft('carry', exhibit, me), toPlaceId: shelf }
    expect(carryExhibitBody.parse(actBody('carry', exhibit, draft)).kind).toBe('stored')
    const stored: Exhibit = { ...exhibit, place: { ...place, kind: 'shelf' } }
    expect(carryExhibitBody.parse(actBody('carry', stored, draft)).kind).toBe('moved')
  })

  test('whoever holds it hands it over to whoever writes it down', () => {
    const { handed, received } = newActDraft('carry', exhibit, me)
    expect([handed.who, received.who]).toEqual([`officer:${other}`, `officer:${me}`])
    expect(newActDraft('carry', exhibit, other).received.who).toBeNull()
  })

  test('a deposit goes without an order too: it is marked, not refused', () => {
    const clerk = { ...outsideParty('court-clerk'), name: 'N. Idrissi' }
    const draft = { ...newActDraft('deposit', exhibit, me), received: clerk, orderNumber: '12/2026' }
    expect(depositExhibitBody.parse(actBody('deposit', exhibit, draft)).order).toBeUndefined()
    const ordered = { ...draft, orderDate: '2026-11-20' }
    expect(depositExhibitBody.parse(actBody('deposit', exhibit, ordered)).order).toEqual({
      authority: 'prosecutor',
      number: '12/2026',
      date: '2026-11-20',
    })
  })

  test('a correction names the movement it adds to', () => {
    const draft = { ...newActDraft('correct', exhibit, me, 3), received: officerParty(other), words: 'x' }
    expect(correctExhibitBody.parse(actBody('correct', exhibit, draft))).toMatchObject({ correctsSeq: 3, text: 'x' })
  })
})

test('what is due next follows from how it stands', () => {
  expect(nextAct(exhibit)).toBe('seal')
  expect(nextAct({ ...exhibit, sealState: 'sealed' })).toBe('carry')
  expect(nextAct({ ...exhibit, sealState: 'sealed', place: { ...place, kind: 'shelf' } })).toBeUndefined()
  expect(nextAct({ ...exhibit, state: 'missing' })).toBe('found')
  expect(nextAct({ ...exhibit, state: 'deposited' })).toBeUndefined()
})
