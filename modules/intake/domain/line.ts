import {
  type Authorisation,
  type CloseReason,
  type LineKind,
  type LineState,
  type Mark,
  type Step,
  deskKinds,
  openStates,
  postKinds,
} from '#contracts/intake/register.ts'
import type { Text } from '#platform/i18n/text.ts'
import type { IntakeRules } from './intake-rules.ts'

export const isPost = (kind: LineKind): boolean => postKinds.some((each) => each === kind)
export const isDesk = (kind: LineKind): boolean => deskKinds.some((each) => each === kind)
export const isOpen = (state: LineState): boolean => openStates.some((each) => each === state)

/** What of a line decides what can be done with it. */
export interface LineStanding {
  readonly kind: LineKind
  readonly state: LineState
  readonly authorisation: Authorisation
  readonly anonymous: boolean
}

/** Where a new line begins. */
export function firstStanding(
  kind: LineKind,
  anonymous: boolean,
  closed: boolean,
  rules: IntakeRules,
): { readonly state: LineState; readonly authorisation: Authorisation } {
  const awaited = anonymous && kind === 'denunciation' && rules.anonymousDenunciation.needsAuthorisation
  if (closed) return { state: 'closed', authorisation: awaited ? 'awaited' : 'not-needed' }
  return awaited
    ? { state: 'awaiting-authorisation', authorisation: 'awaited' }
    : { state: 'open', authorisation: 'not-needed' }
}

export interface LineTimes {
  readonly receivedAt: Date
  readonly recordedAt: Date
  readonly happenedFrom: Date | null
  readonly letterDate: string | null
  /** Day of arrival by legal time. */
  readonly receivedOn: string
  readonly dueAt: Date | null
}

/** What stands out about the times of a line. A fact is taken down all the same. */
export function marksOf(times: LineTimes, rules: IntakeRules): Mark[] {
  const marks: Mark[] = []
  if (times.recordedAt.getTime() - times.receivedAt.getTime() > rules.lateAfterMinutes * 60_000)
    marks.push('late-entry')
  if (times.letterDate !== null && times.letterDate > times.receivedOn) marks.push('letter-dated-later')
  if (times.happenedFrom && times.happenedFrom > times.receivedAt) marks.push('happened-later')
  if (times.dueAt && times.dueAt <= times.recordedAt) marks.push('due-already')
  return marks
}

/** What can be done with a line as it stands. Additions always can: corrections never edit. */
export function stepsOf(line: LineStanding, rules: IntakeRules): Step[] {
  const steps: Step[] = ['add']
  switch (line.state) {
    case 'open':
      steps.push('assign', 'take', 'send', 'open-case', 'join-case', 'close', 'set-deadline')
      if (isPost(line.kind)) steps.push('answer')
      break
    case 'awaiting-authorisation':
      steps.push('assign', 'take', 'send', 'close', 'authorise', 'set-deadline')
      break
    case 'sent':
      steps.push('assign')
      break
    case 'closed':
      steps.push('reopen')
      break
    case 'became-case':
    case 'joined-case':
    case 'passed-on':
    case 'answered':
      break
  }
  if (mayHaveReceipt(line, rules)) steps.push('issue-receipt')
  return steps
}

/** A receipt is for a known person who came. */
export const mayHaveReceipt = (line: Pick<LineStanding, 'kind' | 'anonymous'>, rules: IntakeRules): boolean =>
  !line.anonymous && rules.receiptKinds.some((kind) => kind === line.kind)

/** State of a line that is open again: one that waited for an authorisation waits again. */
export const reopenedState = (authorisation: Authorisation): LineState =>
  authorisation === 'awaited' ? 'awaiting-authorisation' : 'open'

/** Reasons that say by whom a line was ended: the prosecutor's refusal is recorded by its own command. */
export const isOfficersReason = (reason: CloseReason): boolean => reason !== 'authorisation-refused'

/** By which texts the country's rules act on a line: its wait for an authorisation, the days to answer it. */
export function basesOf(
  line: Pick<LineStanding, 'kind' | 'authorisation'> & { readonly due_at: Date | null },
  rules: IntakeRules,
): { authorisation: Text | null; due: Text | null } {
  return {
    authorisation: line.authorisation === 'not-needed' ? null : rules.anonymousDenunciation.basis,
    due: line.due_at === null ? null : (rules.postDays.find(({ kind }) => kind === line.kind)?.basis ?? null),
  }
}
