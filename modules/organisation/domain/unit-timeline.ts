import type { OrganisationEvent } from './country-data.ts'
import { firstCertainDay, firstPossibleDay, isKnown } from './fact-date.ts'

export interface TreeOptions {
  /**
   * How an event of unknown date shows. `when_attested` (default): from the earliest day on which any
   * source shows the fact as done. `earliest`: from the first day on which it may have been so, and
   * months and years count from their first day too: the fullest tree a source allows. `never`: left
   * out, and what hangs from a unit left out is reported.
   */
  readonly assumeUnknown?: 'when_attested' | 'earliest' | 'never'
}

export interface Timed {
  readonly event: OrganisationEvent
  readonly day: string
}

export const beginning = '0000-01-01'
const sameDayOrder = ['founded', 'upgraded', 'renamed', 'moved', 'split', 'switched_on', 'closed']

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The day on which each event takes effect, in the one order in which a tree is replayed. */
export function timelineOf(
  events: readonly OrganisationEvent[],
  assumeUnknown: NonNullable<TreeOptions['assumeUnknown']>,
): Timed[] {
  const timed = events
    .filter((event) => assumeUnknown !== 'never' || isKnown(event.on))
    .map((event): Timed => {
      const day = assumeUnknown === 'earliest' ? (firstPossibleDay(event.on) ?? beginning) : firstCertainDay(event.on)
      return { event, day }
    })
  const settled = assumeUnknown === 'earliest' ? notBeforeParents(timed) : attestFoundings(timed)
  return settled.toSorted(
    (a, b) =>
      compare(a.day, b.day) ||
      sameDayOrder.indexOf(a.event.type) - sameDayOrder.indexOf(b.event.type) ||
      compare(a.event.id, b.event.id),
  )
}

/** However early an undated event may be, it is no older than its unit, nor that than what stood above it. */
function notBeforeParents(timed: readonly Timed[]): Timed[] {
  const founding = new Map(timed.filter(({ event }) => event.type === 'founded').map((t) => [t.event.unit, t]))
  const later = (a: string, b: string): string => (a > b ? a : b)
  const earliest = (unit: string, below: ReadonlySet<string>): string => {
    const own = founding.get(unit)
    if (own === undefined || below.has(unit)) return beginning
    if (own.event.type !== 'founded' || own.event.parent === null || isKnown(own.event.on)) return own.day
    return later(own.day, earliest(own.event.parent, new Set([...below, unit])))
  }
  return timed.map(({ event, day }) => {
    if (isKnown(event.on)) return { event, day }
    const above = event.type === 'moved' ? earliest(event.parent, new Set()) : beginning
    return { event, day: later(day, later(above, earliest(event.unit, new Set()))) }
  })
}

/** A source that names a unit on a day shows that it stood by then, and that what stood above it did. */
function attestFoundings(timed: readonly Timed[]): Timed[] {
  const founding = new Map(timed.filter(({ event }) => event.type === 'founded').map((t) => [t.event.unit, t.event]))
  const attested = new Map<string, string>()
  const attest = (unit: string, day: string): void => {
    const known = attested.get(unit)
    if (known !== undefined && known <= day) return
    attested.set(unit, day)
    const event = founding.get(unit)
    if (event?.type !== 'founded' || event.parent === null || isKnown(event.on)) return
    attest(event.parent, day)
  }
  for (const { event, day } of timed) {
    attest(event.unit, day)
    if ((event.type === 'founded' || event.type === 'moved') && event.parent !== null) attest(event.parent, day)
  }
  return timed.map(({ event, day }) => {
    const earlier = event.type === 'founded' && !isKnown(event.on) ? attested.get(event.unit) : undefined
    return { event, day: earlier !== undefined && earlier < day ? earlier : day }
  })
}
