import { describe, expect, test } from 'vitest'
import { nobody } from './party-draft.ts'
import { amountOf, asBody, handerOf, lacksOf, newItem, newSeizure } from './record-draft.ts'

const caseId = '018f0000-0000-7000-8000-000000000001'
const me = '018f0000-0000-7000-8000-000000000002'
const suspect = '018f0000-0000-7000-8000-000000000003'
const start = newSeizure(me, '2026-11-28T09:00:00.000Z')

describe('a seizure as typed', () => {
  test('says what is missing, and is no command before', () => {
    expect(lacksOf(start)).toEqual(['parties', 'description'])
    expect(asBody(caseId, start, 'MAD')).toBeUndefined()
  })

  test('takes whoever it was taken from for who handed it over, until another is named', () => {
    const taken = { ...start, heldFrom: suspect }
    expect(handerOf(taken).who).toBe(`participant:${suspect}`)
    expect(handerOf({ ...taken, handedBy: nobody })).toEqual(nobody)
  })

  test('becomes a command with numbers, serials and seal read', () => {
    const item = {
      ...newItem('1'),
      kind: 'money' as const,
      description: 'أوراق نقدية',
      quantity: '12 400,50',
      measure: 'currency' as const,
      serials: 'A1، B2,',
      sealNumber: ' S-14 ',
    }
    const body = asBody(caseId, { ...start, heldFrom: suspect, items: [item] }, 'MAD')
    expect(body?.handedBy).toEqual({ kind: 'participant', participantId: suspect })
    expect(body?.items[0]).toMatchObject({
      quantity: 12_400.5,
      currency: 'MAD',
      sealNumber: 'S-14',
      detail: { serialNumbers: ['A1', 'B2'] },
    })
  })

  test('refuses a quantity that is none', () => {
    expect(amountOf('deux')).toBeUndefined()
    expect(amountOf('0')).toBeUndefined()
    const item = { ...newItem('1'), description: 'x', quantity: 'deux' }
    expect(lacksOf({ ...start, heldFrom: suspect, items: [item] })).toEqual(['quantity'])
  })

  test('the next thing takes over what a seizure mostly shares, and none of the words', () => {
    const first = { ...newItem('1'), kind: 'drug' as const, description: 'x', owner: suspect, foundAt: 'Coffre' }
    expect(newItem('2', first)).toMatchObject({
      kind: 'drug',
      measure: 'gram',
      owner: suspect,
      foundAt: 'Coffre',
      description: '',
    })
  })
})
