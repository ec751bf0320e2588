import { describe, expect, it } from 'vitest'
import type { CaseState } from '#contracts/casework/case-states.ts'
import { type CaseSituation, abilitiesOf } from './abilities.ts'

const everything = new Set([
  'case.change',
  'case.assign',
  'case.transfer',
  'case.close',
  'case.reopen',
  'case.seal',
  'case.see-readers',
  'person.protected',
  'pv.draft',
])

function can(situation: Partial<CaseSituation>): string[] {
  const abilities = abilitiesOf({
    state: 'open',
    sealed: false,
    held: everything,
    heldByAddressee: new Set(['case.answer-transfer']),
    transferAsked: false,
    ...situation,
  })
  return Object.entries(abilities)
    .filter(([, allowed]) => allowed)
    .map(([name]) => name)
    .toSorted()
}

const work = ['addNote', 'assign', 'changeFacts', 'changeOffences', 'changeParticipants', 'changeTasks', 'draftPv']
const look = ['seeProtected', 'seeReaders']

describe('what may be done with a case', () => {
  it('goes by its state', () => {
    const open = [...work, ...look, 'awaitProsecutor', 'close', 'seal', 'transfer'].toSorted()
    expect(can({})).toEqual(open)
    expect(can({ state: 'reopened' })).toEqual(open)
    expect(can({ state: 'waiting-prosecutor' })).toEqual(
      [...work, ...look, 'close', 'resume', 'seal', 'transfer'].toSorted(),
    )
    expect(can({ state: 'closed' })).toEqual([...look, 'addNote', 'reopen', 'seal'].toSorted())
  })

  it('does not move or close a case that is on offer, which its addressee may answer', () => {
    expect(can({ transferAsked: true })).toEqual(
      [...work, ...look, 'answerTransfer', 'awaitProsecutor', 'withdrawTransfer'].toSorted(),
    )
    expect(can({ transferAsked: true, held: new Set() })).toEqual(['answerTransfer'])
    expect(can({ transferAsked: true, held: new Set(), heldByAddressee: new Set() })).toEqual([])
  })

  it('never moves a sealed case, and lets its seal be lifted', () => {
    expect(can({ sealed: true })).toEqual(
      [...work, ...look, 'awaitProsecutor', 'changeAccess', 'close', 'unseal'].toSorted(),
    )
  })

  it.each([
    ['case.change', [...work.filter((each) => each !== 'assign' && each !== 'draftPv'), 'awaitProsecutor'].toSorted()],
    ['case.assign', ['assign']],
    ['case.transfer', ['transfer']],
    ['case.close', ['close']],
    ['case.reopen', []],
    ['case.seal', ['seal']],
    ['case.see-readers', ['seeReaders']],
    ['person.protected', ['seeProtected']],
    ['pv.draft', ['draftPv']],
  ])('asks for %s, and nothing else gives it', (permission, abilities) => {
    expect(can({ held: new Set([permission]) })).toEqual(abilities)
    const without = new Set([...everything].filter((each) => each !== permission))
    for (const ability of abilities) expect(can({ held: without })).not.toContain(ability)
  })

  it.each<CaseState>(['open', 'waiting-prosecutor', 'reopened', 'closed'])('is nothing for nobody: %s', (state) => {
    expect(can({ state, held: new Set() })).toEqual([])
    expect(can({ state, sealed: true, held: new Set() })).toEqual([])
  })
})
