import type { AlarmKind } from '#contracts/custody/alarm.ts'
import { clockCaseOf, type ClockLine } from '../domain/record-clock.ts'
import { type Standing, endOf } from '../domain/record.ts'
import type { CustodyRules } from '../domain/custody-rules.ts'
import { riskOf, welfareDueAt } from '../domain/welfare.ts'
import { type Still, type Thresholds, thresholdsOf } from './thresholds.ts'

const hour = 3_600_000

/** An alarm that is to be raised at an hour. Instants in milliseconds of UTC. */
export interface PlannedAlarm {
  readonly what: AlarmKind
  /** Hours left until the deadline; of an exclusion, hours for which the clock has stood still. */
  readonly hoursBefore: number
  /** The deadline, the look in, or the hour at which the clock stopped. */
  readonly aboutAt: number
  readonly dueAt: number
}

/** An alarm as it was written: open while it is neither raised nor dropped. */
export interface KnownAlarm extends PlannedAlarm {
  readonly id: string
  readonly raisedAt: number | null
}

export interface AlarmPlan {
  /** What must be there, unless it was raised already. */
  readonly wanted: readonly PlannedAlarm[]
  /** Whether one that is open still stands. */
  readonly stands: (alarm: PlannedAlarm) => boolean
}

const none: AlarmPlan = { wanted: [], stands: () => false }

/** The alarms of a custody by what is known of it at an hour; none once it ended. */
export function alarmPlanOf(rules: CustodyRules, line: ClockLine, record: readonly Standing[], now: number): AlarmPlan {
  if (endOf(record)) return none
  const every = rules.welfare.everyMinutes
  const thresholds = thresholdsOf(rules.clock, clockCaseOf(line, record, now))
  const plans = [
    deadlinePlan(thresholds, now),
    welfarePlan(welfareDueAt(line, record, every), every[riskOf(record)] * 60_000, now),
    ...exclusionPlans(rules, thresholds?.still ?? [], now),
  ]
  return {
    wanted: plans.flatMap(({ wanted }) => wanted),
    stands: (alarm) => plans.some((plan) => plan.stands(alarm)),
  }
}

/**
 * Of the thresholds that were passed before anything was taken down only the last is wanted: what comes late raises one
 * alarm at once, and not a row of old ones. Those that were planned in time stand and are raised, each.
 */
function deadlinePlan(thresholds: Thresholds | undefined, now: number): AlarmPlan {
  if (!thresholds) return none
  const { deadlineAt: aboutAt, still } = thresholds
  const all = thresholds.all.map(({ hoursBefore, at }) => ({
    what: 'deadline' as const,
    hoursBefore,
    aboutAt,
    dueAt: at,
  }))
  const past = all.filter(({ dueAt }) => dueAt <= now)
  const ahead = still.length > 0 ? [] : all.filter(({ dueAt }) => dueAt > now)
  return {
    wanted: [...past.slice(-1), ...ahead],
    // One that has passed stands by its hour alone: the deadline may move on while nobody could raise it.
    stands: (alarm) =>
      past.some((each) => isSame(each, { ...alarm, aboutAt })) || ahead.some((each) => isSame(each, alarm)),
  }
}

/** A look in that was missed is told of again at each interval, for as long as nobody looked in. */
function welfarePlan(missedAt: number | null, every: number, now: number): AlarmPlan {
  if (missedAt === null) return none
  return repeated(missedAt, every, now, (at) => ({ what: 'welfare', hoursBefore: 0, aboutAt: at, dueAt: at }))
}

/**
 * While a proven exclusion goes on no deadline comes nearer, and one that nobody ended would be silent for ever: it is asked
 * about at each interval of its kind. Of several that began together the one that is asked about soonest is enough.
 */
function exclusionPlans(rules: CustodyRules, still: readonly Still[], now: number): AlarmPlan[] {
  const begun = Map.groupBy(still, ({ since }) => since)
  return [...begun].map(([since, all]) => {
    const every = Math.min(...all.map(({ kind }) => rules.standstill.everyHours[kind])) * hour
    return repeated(since + every, every, now, (at) => ({
      what: 'exclusion',
      hoursBefore: (at - since) / hour,
      aboutAt: since,
      dueAt: at,
    }))
  })
}

/** One that falls due at an hour and again at each interval after it, for as long as what it is about goes on. */
function repeated(first: number, every: number, now: number, planned: (at: number) => PlannedAlarm): AlarmPlan {
  if (first > now) return { wanted: [planned(first)], stands: (alarm) => isSame(planned(first), alarm) }
  const last = first + Math.floor((now - first) / every) * every
  return {
    wanted: [planned(last), planned(last + every)],
    // One that was due while nobody could raise it is as good as the last.
    stands: (alarm) =>
      alarm.dueAt >= first &&
      alarm.dueAt <= last + every &&
      (alarm.dueAt - first) % every === 0 &&
      isSame(planned(alarm.dueAt), alarm),
  }
}

function isSame(one: PlannedAlarm, other: PlannedAlarm): boolean {
  return (
    one.what === other.what &&
    one.hoursBefore === other.hoursBefore &&
    one.aboutAt === other.aboutAt &&
    one.dueAt === other.dueAt
  )
}

export interface AlarmChanges {
  readonly drop: readonly KnownAlarm[]
  readonly add: readonly PlannedAlarm[]
}

/** What has to change for the alarms written to be those of the plan. What was raised stays, and is not raised again. */
export function changesTo(known: readonly KnownAlarm[], plan: AlarmPlan, now: number): AlarmChanges {
  const open = known.filter(({ raisedAt }) => raisedAt === null)
  const standing = open.filter((each) => plan.stands(each))
  return {
    drop: open.filter((each) => !plan.stands(each)),
    add: plan.wanted.filter(
      (each) =>
        !standing.some((other) => isSame(each, each.dueAt <= now ? { ...other, aboutAt: each.aboutAt } : other)) &&
        !known.some((other) => isRungBy(each, other, now)) &&
        !standing.some((other) => isRepeat(each, other) && each.dueAt <= now && other.dueAt <= now),
    ),
  }
}

/** Both ask the same again: of a look in that stays missed, of one stop of the clock. */
function isRepeat(one: PlannedAlarm, other: PlannedAlarm): boolean {
  if (one.what === 'deadline' || one.what !== other.what) return false
  return one.what === 'welfare' || one.aboutAt === other.aboutAt
}

/**
 * A threshold that was passed before the deadline moved was passed for the later deadline too. Of what is told again and again
 * one word an interval is enough, whichever hour it was about.
 */
function isRungBy(alarm: PlannedAlarm, other: KnownAlarm, now: number): boolean {
  if (other.raisedAt === null || alarm.what !== other.what) return false
  if (alarm.hoursBefore === other.hoursBefore && (alarm.aboutAt === other.aboutAt || alarm.dueAt === other.dueAt))
    return true
  // An hour of raising that is still to come was written before the machine's clock was set back.
  return isRepeat(alarm, other) && alarm.dueAt <= other.raisedAt && other.raisedAt <= now
}
