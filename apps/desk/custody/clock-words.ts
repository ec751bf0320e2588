import type { CustodySummary } from '#contracts/custody/custody.ts'
import type { Tone } from '../design/state-chip.tsx'
import { inDigits, type Digits } from '../time/format-when.ts'

const minute = 60_000
const hour = 60 * minute

/** How the clock of someone stands at an hour. */
export interface ClockState {
  readonly kind: 'none' | 'running' | 'soon' | 'near' | 'over' | 'ended' | 'ended-over'
  readonly tone: Tone
  /** Milliseconds to the deadline; negative once it is past; null where there is none. */
  readonly left: number | null
}

// The first alarm before the last two hours is a note; from there the deadline is what the page is about.
const near = 2 * hour
const soon = 12 * hour

/** Reads the clock by its proven deadline; what is overdue stays so for ever, ended or not. */
export function clockState({ clock, endedAt }: Pick<CustodySummary, 'clock' | 'endedAt'>, now: number): ClockState {
  const deadline = clock.deadlineProven === null ? null : Date.parse(clock.deadlineProven)
  if (endedAt !== null) {
    const over = clock.overdue || (deadline !== null && Date.parse(endedAt) > deadline)
    return { kind: over ? 'ended-over' : 'ended', tone: over ? 'late' : 'plain', left: null }
  }
  if (deadline === null) return { kind: 'none', tone: 'late', left: null }
  const left = deadline - now
  if (left <= 0) return { kind: 'over', tone: 'late', left }
  if (left <= near) return { kind: 'near', tone: 'late', left }
  if (left <= soon) return { kind: 'soon', tone: 'soon', left }
  return { kind: 'running', tone: 'active', left }
}

/** A span as `47:03:12`, or without its seconds. */
export function writeSpan(ms: number, digits: Digits, withSeconds = false): string {
  const total = Math.floor(Math.abs(ms) / 1_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const text = [Math.floor(total / 3_600), two(Math.floor(total / 60) % 60), ...(withSeconds ? [two(total % 60)] : [])]
  return inDigits(text.join(':'), digits)
}

/** Hours of the clock as `31:20`. */
export function writeHours(hours: number, digits: Digits): string {
  return writeSpan(hours * hour, digits)
}

/** Someone whose deadline is past goes first, then whoever's comes soonest; without one last. */
export function mostUrgentFirst(one: CustodySummary, other: CustodySummary): number {
  const at = ({ clock, endedAt }: CustodySummary): number =>
    endedAt !== null
      ? Number.MAX_VALUE
      : clock.deadlineProven === null
        ? Number.MIN_SAFE_INTEGER
        : Date.parse(clock.deadlineProven)
  return at(one) - at(other) || one.placedAt.localeCompare(other.placedAt)
}

/** How late the next look in is, in milliseconds; negative while there is time, null where none is due. */
export function welfareLate({ welfareDueAt }: Pick<CustodySummary, 'welfareDueAt'>, now: number): number | null {
  return welfareDueAt === null ? null : now - Date.parse(welfareDueAt)
}
