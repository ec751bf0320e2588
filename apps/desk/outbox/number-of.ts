import type { Kept } from './kept.ts'
import { kinds } from './kinds.ts'

/** The number that the server gave to a kept line or placement; undefined for what has none. */
export function numberOf(kept: Kept, result: unknown): string | undefined {
  if (kept.type === 'custody.open') return kinds['custody.open'].answer.safeParse(result).data?.reference
  if (kept.type !== 'register.record') return undefined
  const line = kinds['register.record'].answer.safeParse(result)
  return line.success ? `${line.data.number}/${line.data.year}` : undefined
}

export interface Place {
  readonly to: 'line' | 'case' | 'custody' | 'exhibit' | 'count'
  readonly id: string
  /** Just placed: the papers are the next thing to do. */
  readonly opened?: true
}

/** Where what was recorded, or what it belongs to, can be looked at. */
export function placeOf(kept: Kept, result?: unknown): Place | undefined {
  if (kept.type === 'register.record') {
    const line = kinds['register.record'].answer.safeParse(result)
    return line.success ? { to: 'line', id: line.data.id } : undefined
  }
  if (kept.type === 'register.add') {
    const entry = kinds['register.add'].payload.safeParse(kept.payload)
    return entry.success ? { to: 'line', id: entry.data.lineId } : undefined
  }
  if (kept.type === 'custody.open') {
    const placed = kinds['custody.open'].answer.safeParse(result)
    if (placed.success) return { to: 'custody', id: placed.data.id, opened: true }
    const given = kinds['custody.open'].payload.safeParse(kept.payload)
    return given.success ? { to: 'case', id: given.data.body.caseId } : undefined
  }
  if (kept.type === 'custody.record') {
    const entries = kinds['custody.record'].payload.safeParse(kept.payload)
    return entries.success ? { to: 'custody', id: entries.data.custodyId } : undefined
  }
  if (kept.type === 'exhibit.record') {
    const seizure = kinds['exhibit.record'].payload.safeParse(kept.payload)
    return seizure.success ? { to: 'case', id: seizure.data.body.caseId } : undefined
  }
  if (kept.type === 'exhibit.carry') {
    const movement = kinds['exhibit.carry'].payload.safeParse(kept.payload)
    return movement.success ? { to: 'exhibit', id: movement.data.exhibitId } : undefined
  }
  if (kept.type === 'exhibit.scan') {
    const scan = kinds['exhibit.scan'].payload.safeParse(kept.payload)
    return scan.success ? { to: 'count', id: scan.data.stocktakingId } : undefined
  }
  const act = kinds[kept.type].payload.safeParse(kept.payload)
  return act.success ? { to: 'case', id: act.data.caseId } : undefined
}
