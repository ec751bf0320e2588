import type { CaseAbility } from '#contracts/casework/case.ts'
import type { CaseState } from '#contracts/casework/case-states.ts'

/** What of a case decides what may be done with it. */
export interface CaseSituation {
  readonly state: CaseState
  readonly sealed: boolean
  /** The reader's permissions hold for the unit that has the case (or the reader is on the list of a sealed one). */
  readonly held: ReadonlySet<string>
  /** The reader's permissions in the unit that is asked to take it over. */
  readonly heldByAddressee: ReadonlySet<string>
  readonly transferAsked: boolean
}

/** What may be done with a case in this situation; the commands check again. */
export function abilitiesOf(situation: CaseSituation): Record<CaseAbility, boolean> {
  const { state, sealed, held, heldByAddressee, transferAsked } = situation
  const open = state !== 'closed'
  const change = open && held.has('case.change')
  return {
    changeFacts: change,
    changeOffences: change,
    changeParticipants: change,
    changeTasks: change,
    addNote: held.has('case.change'),
    assign: open && held.has('case.assign'),
    transfer: open && !sealed && !transferAsked && held.has('case.transfer'),
    withdrawTransfer: transferAsked && held.has('case.transfer'),
    answerTransfer: transferAsked && heldByAddressee.has('case.answer-transfer'),
    awaitProsecutor: change && state !== 'waiting-prosecutor',
    resume: change && state === 'waiting-prosecutor',
    close: open && !transferAsked && held.has('case.close'),
    reopen: !open && held.has('case.reopen'),
    seal: !sealed && !transferAsked && held.has('case.seal'),
    unseal: sealed && held.has('case.seal'),
    changeAccess: sealed && held.has('case.seal'),
    seeReaders: held.has('case.see-readers'),
    seeProtected: held.has('person.protected'),
    draftPv: open && held.has('pv.draft'),
  }
}
