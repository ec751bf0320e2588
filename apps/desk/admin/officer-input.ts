import type { OfficerFile } from './officer-data.ts'
import type { Operation } from './officer-operations.tsx'

/** What was filled in, of whatever an operation asks for. */
export interface Typed {
  readonly text: string
  readonly code: string | null
  readonly kind: string | null
  readonly target: string | null
  readonly from: string | null
  readonly to: string | null
}

/** As the server takes it. */
export function bodyOf(name: Operation['name'], typed: Typed, officer: OfficerFile): unknown {
  const from = typed.from ?? new Date().toISOString()
  switch (name) {
    case 'suspend':
    case 'reinstate':
      return { decisionRef: typed.text }
    case 'reset':
    case 'endSessions':
      return { reason: typed.text }
    case 'absence':
      return {
        kind: typed.kind,
        from,
        to: typed.to,
        acting: typed.target && typed.code ? { officerId: typed.target, roleCode: typed.code } : null,
      }
    case 'grant':
      return { roleCode: typed.code, unitId: typed.target ?? officer.unit.id, from, to: typed.to }
    case 'recordQuality':
      return { kind: typed.kind, code: typed.code, decisionRef: typed.text, from, to: typed.to }
    case 'move':
      return {
        baseVersion: officer.version,
        unitId: typed.target,
        post: typed.text,
        rankCode: typed.kind ?? officer.rankCode,
        from,
        roles: typed.code ? [typed.code] : [],
      }
  }
}

/** Whether an operation asks for words, and which: a reason of one's own, or the decision it rests on. */
export function textOf(name: Operation['name']): 'reason' | 'decision' | null {
  if (name === 'absence' || name === 'grant') return null
  return name === 'reset' || name === 'endSessions' ? 'reason' : 'decision'
}

/** Whether enough is filled in to be sent. */
export function isReady(name: Operation['name'], { text, code, kind, target }: Typed): boolean {
  const asked = textOf(name)
  return (
    (asked === null || text.trim().length >= (asked === 'reason' ? 5 : 1)) &&
    (name !== 'grant' || code !== null) &&
    (name !== 'absence' || (kind !== null && (target === null || code !== null))) &&
    (name !== 'recordQuality' || (kind !== null && code !== null)) &&
    (name !== 'move' || target !== null)
  )
}

/** The role that whoever stands in takes over: the one that the absent officer holds by posting. */
export function runningRole({ roles, unit }: OfficerFile): string | null {
  return (
    roles.find(({ reason, to, unitId }) => reason === 'posting' && to === null && unitId === unit.id)?.roleCode ?? null
  )
}
