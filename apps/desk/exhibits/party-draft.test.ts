import { describe, expect, test } from 'vitest'
import { nobody, officerParty, outsideParty, participantParty, partiesOf, partyOf } from './party-draft.ts'

const id = '018f0000-0000-7000-8000-000000000001'
const other = '018f0000-0000-7000-8000-000000000002'

describe('the persons of a movement', () => {
  test('are said as the server takes them', () => {
    expect(partyOf(nobody)).toBeUndefined()
    expect(partyOf(officerParty(id))).toEqual({ kind: 'officer', officerId: id })
    expect(partyOf(participantParty(id))).toEqual({ kind: 'participant', participantId: id })
    expect(partyOf({ ...outsideParty('expert'), name: ' Dr N. ' })).toEqual({
      kind: 'outside',
      name: 'Dr N.',
      capacity: 'expert',
    })
    expect(partyOf({ ...outsideParty('expert'), name: ' ' })).toBeUndefined()
  })

  test('are two, and not the same one twice', () => {
    expect(partiesOf(officerParty(id), nobody)).toBeUndefined()
    expect(partiesOf(officerParty(id), officerParty(id))).toBeUndefined()
    expect(partiesOf(officerParty(id), officerParty(other))).toEqual({
      handedBy: { kind: 'officer', officerId: id },
      receivedBy: { kind: 'officer', officerId: other },
    })
  })
})
