import type { UnitChange, UnitOperation } from './unit-data.ts'

/** What was filled in, of whatever an event of a unit asks for. */
export interface Typed {
  readonly ar: string
  readonly fr: string
  readonly en: string
  readonly kind: string | null
  readonly parentId: string | null
  readonly system: string | null
  readonly stage: 'pilot' | 'general'
  readonly on: string | null
  readonly decisionRef: string
  readonly place: string
}

/** What the event changes, as the server takes it. */
export function changeOf(operation: Exclude<UnitOperation, 'found'>, typed: Typed): UnitChange {
  switch (operation) {
    case 'upgraded':
      return { type: 'upgraded', kind: typed.kind ?? '' }
    case 'renamed':
      return { type: 'renamed', names: namesOf(typed) }
    case 'moved':
      return { type: 'moved', parentId: typed.parentId ?? '' }
    case 'switched_on':
      return { type: 'switched_on', system: typed.system ?? '', stage: typed.stage }
    case 'closed':
      return { type: 'closed' }
  }
}

/** The English name is the French one where none is given. */
export function namesOf({ ar, fr, en }: Typed): { ar: string; fr: string; en: string } {
  return { ar: ar.trim(), fr: fr.trim(), en: en.trim() || fr.trim() }
}

/** Whether enough is filled in to be sent. */
export function isReady(operation: UnitOperation, typed: Typed): boolean {
  if (typed.on === null || typed.decisionRef.trim() === '') return false
  const isNamed = typed.ar.trim() !== '' && typed.fr.trim() !== ''
  switch (operation) {
    case 'found':
      return isNamed && typed.kind !== null
    case 'upgraded':
      return typed.kind !== null
    case 'renamed':
      return isNamed
    case 'moved':
      return typed.parentId !== null
    case 'switched_on':
      return typed.system !== null
    case 'closed':
      return true
  }
}
