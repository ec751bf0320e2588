import type { Step } from '#contracts/intake/register.ts'

/** Steps that ask for something before they are taken. */
export type Asking = Exclude<Step, 'add' | 'take' | 'open-case' | 'issue-receipt'>

/** What was filled in, of whatever a step asks for. */
export interface Typed {
  readonly target: string | null
  readonly code: string | null
  readonly text: string
  readonly reference: string
  readonly at: string | null
}

/** Where a step is sent to. */
export const paths: Readonly<Record<Asking, string>> = {
  assign: 'assign',
  'join-case': 'join',
  send: 'send',
  answer: 'answer',
  authorise: 'authorisation',
  'set-deadline': 'deadline',
  close: 'close',
  reopen: 'reopen',
}

/** As the server takes it. */
export function bodyOf(step: Asking, typed: Typed, baseVersion: number): unknown {
  const { target, code, text, reference, at } = typed
  const words = text.trim() ? { text: text.trim() } : {}
  const named = reference.trim() ? { reference: reference.trim() } : {}
  switch (step) {
    case 'assign':
      return { ownerId: target, baseVersion }
    case 'join-case':
      return { caseId: target, baseVersion }
    case 'send':
      return { toUnitId: target, reason: text.trim(), baseVersion }
    case 'answer':
      return { ...words, ...named, baseVersion }
    case 'authorise':
      return { decision: code, ...words, ...named, decidedAt: at, baseVersion }
    case 'set-deadline':
      return { dueAt: at, ...words, baseVersion }
    case 'close':
      return { reason: code, ...words, baseVersion }
    case 'reopen':
      return { ...words, baseVersion }
  }
}

/** Which words a step asks for. */
export const wordsOf = (step: Asking) => ({
  text: step !== 'assign' && step !== 'join-case',
  needsText: step === 'send' || step === 'answer' || step === 'authorise' || step === 'reopen',
  reference: step === 'answer' || step === 'authorise',
})

/** Whether enough is filled in to be sent. */
export const isReady = (step: Asking, { target, code, text, at }: Typed): boolean =>
  (!wordsOf(step).needsText || text.trim() !== '') &&
  (!['assign', 'join-case', 'send'].includes(step) || target !== null) &&
  (!['close', 'authorise'].includes(step) || code !== null) &&
  (!['authorise', 'set-deadline'].includes(step) || at !== null)
