import type { QualityMeasure, QualityRule, QualityRules } from './quality-data.ts'

/** Instants are ISO 8601 in UTC; `to` is exclusive, null while it still holds. */
interface Period {
  readonly from: string
  readonly to: string | null
}

/** What was decided about one officer, as recorded; nothing here is judged yet. */
export interface QualityHistory {
  readonly ranks: readonly (Period & { readonly rank: string })[]
  readonly decisions: readonly (Period & { readonly id: string; readonly quality: string })[]
  readonly measures: readonly (Period & { readonly id: string; readonly measure: string })[]
  /** In service at an operational unit; outside such a period there is no quality at all. */
  readonly service: readonly Period[]
  /** Codes of unsettled rules that the deployment has settled as holding. */
  readonly settledByDeployment?: readonly string[]
}

export interface HeldQuality {
  readonly quality: string
  readonly rule: string
  readonly articles: readonly string[]
  /** The decision it rests on; absent where it comes with the rank. */
  readonly decision?: string
}

export type QualityReason =
  | { readonly code: 'held'; readonly articles: readonly string[] }
  | { readonly code: 'suspended'; readonly from: string; readonly to: string; readonly articles: readonly string[] }
  | { readonly code: 'removed'; readonly from: string; readonly articles: readonly string[] }
  | { readonly code: 'not_in_service' }
  | { readonly code: 'no_rank' }
  | { readonly code: 'no_rule' }

/** Recorded all the same, but without the effect that it claims, or only part of it. */
export type QualityRemark =
  | { readonly code: 'decision_too_early'; readonly decision: string; readonly effectiveFrom: string | null }
  | { readonly code: 'decision_without_ground'; readonly decision: string }
  | { readonly code: 'rule_not_settled'; readonly rule: string }
  | { readonly code: 'suspension_longer_than_allowed'; readonly measure: string; readonly lawfulUntil: string }

export interface QualityAt {
  readonly instant: string
  /** Ordered as in the rules; empty where there is none. */
  readonly held: readonly HeldQuality[]
  readonly reason: QualityReason
  readonly remarks: readonly QualityRemark[]
}

/**
 * The judicial-police qualities an officer holds at an instant, with the reason.
 *
 * Rules are chosen by the instant asked about. A suspension takes every quality away from its first
 * instant to its last; one recorded longer than the law allows still counts in full, with a remark,
 * since it is not for the software to shorten what a court ordered. One without an end lasts the
 * longest the law allows. A removal is for good unless its record carries an end (quashed).
 */
export function qualityAt(history: QualityHistory, instant: string, rules: QualityRules): QualityAt {
  const remarks: QualityRemark[] = []
  const answer = (reason: QualityReason, held: readonly HeldQuality[] = []): QualityAt => ({
    instant,
    held,
    reason,
    remarks,
  })

  const inForce = rules.rules.filter((rule) => isInForce(rule, instant))
  const measure = measureAt(history, instant, rules.measures, remarks)
  const rank = history.ranks.find((row) => covers(row, instant))?.rank
  if (!history.service.some((row) => covers(row, instant))) return answer({ code: 'not_in_service' })
  if (rank === undefined) return answer({ code: 'no_rank' })
  if (measure !== undefined) return answer(measure)

  const held: HeldQuality[] = []
  for (const rule of inForce.toSorted((a, b) => strength(a) - strength(b))) {
    if (held.some(({ quality }) => quality === rule.quality)) continue
    if (!hasRank(rule, rank) || !rule.needs.every((needed) => held.some(({ quality }) => quality === needed))) continue
    const decision = rule.how === 'by_decision' ? decisionFor(rule, history, instant, remarks) : undefined
    if (rule.how === 'by_decision' && decision === undefined) continue
    if (rule.how === 'by_default' && held.length > 0) continue
    if (!rule.settled && !(history.settledByDeployment ?? []).includes(rule.code)) {
      remarks.push({ code: 'rule_not_settled', rule: rule.code })
      continue
    }
    held.push({
      quality: rule.quality,
      rule: rule.code,
      articles: rule.articles,
      ...(decision === undefined ? {} : { decision }),
    })
  }
  remarks.push(...groundless(history, instant, inForce, rank, held))
  if (held.length === 0) return answer({ code: 'no_rule' })
  const order = rules.qualities.map(({ code }) => code)
  return answer(
    { code: 'held', articles: [...new Set(held.flatMap(({ articles }) => articles))] },
    held.toSorted((a, b) => order.indexOf(a.quality) - order.indexOf(b.quality)),
  )
}

/** Whether the officer holds a given quality at an instant: what a signature is refused without. */
export function holdsQuality(history: QualityHistory, quality: string, instant: string, rules: QualityRules): boolean {
  return qualityAt(history, instant, rules).held.some((row) => row.quality === quality)
}

const time = (instant: string): number => {
  const value = Date.parse(instant)
  if (Number.isNaN(value)) throw new RangeError(`"${instant}" is not an instant; write it as 2026-11-23T09:00:00Z`)
  return value
}

const covers = (period: Period, instant: string): boolean =>
  time(period.from) <= time(instant) && (period.to === null || time(instant) < time(period.to))

const isInForce = (row: { validFrom: string; validTo: string | null }, instant: string): boolean =>
  covers({ from: row.validFrom, to: row.validTo }, instant)

const hasRank = (rule: QualityRule, rank: string): boolean => rule.ranks === 'any' || rule.ranks.includes(rank)

/** Rules that need a quality already held come after those that give it; the default comes last. */
function strength(rule: QualityRule): number {
  if (rule.how === 'by_default') return 3
  if (rule.needs.length > 0) return 2
  return rule.how === 'by_rank' ? 0 : 1
}

function measureAt(
  history: QualityHistory,
  instant: string,
  kinds: readonly QualityMeasure[],
  remarks: QualityRemark[],
): QualityReason | undefined {
  let suspended: QualityReason | undefined
  for (const row of history.measures) {
    const kind = kinds.find(({ code }) => code === row.measure)
    if (kind === undefined)
      throw new RangeError(`no measure "${row.measure}" in the country's data; add it there first`)
    if (kind.effect === 'none') continue
    const limit = kind.maxMonths === null ? null : addMonths(row.from, kind.maxMonths)
    const to = row.to ?? limit
    if (!covers({ from: row.from, to }, instant)) continue
    if (limit !== null && to !== null && time(to) > time(limit)) {
      remarks.push({ code: 'suspension_longer_than_allowed', measure: row.id, lawfulUntil: limit })
    }
    if (kind.effect === 'ends') return { code: 'removed', from: row.from, articles: kind.articles }
    if (to === null) throw new RangeError(`measure "${kind.code}" needs maxMonths, or an end on the record ${row.id}`)
    if (suspended === undefined || (suspended.code === 'suspended' && time(suspended.to) < time(to))) {
      suspended = { code: 'suspended', from: row.from, to, articles: kind.articles }
    }
  }
  return suspended
}

function decisionFor(
  rule: QualityRule,
  history: QualityHistory,
  instant: string,
  remarks: QualityRemark[],
): string | undefined {
  for (const decision of history.decisions) {
    if (decision.quality !== rule.quality || !covers(decision, instant)) continue
    if (rule.minYearsInRank === null) return decision.id
    const ripe = ripeFrom(rule, history, rule.minYearsInRank)
    if (ripe !== null && time(ripe) <= time(decision.from)) return decision.id
    remarks.push({ code: 'decision_too_early', decision: decision.id, effectiveFrom: ripe })
  }
  return undefined
}

/**
 * The instant at which the years in rank were complete, breaks not counted; null where they never
 * were. A decision made before that instant stays without effect: the article asks for the years
 * first (CPP 20), so the officer needs a new one.
 */
function ripeFrom(rule: QualityRule, history: QualityHistory, years: number): string | null {
  const periods = history.ranks
    .filter(({ rank }) => hasRank(rule, rank))
    .toSorted((a, b) => time(a.from) - time(b.from))
  const first = periods[0]
  if (first === undefined) return null
  let due = time(addMonths(first.from, years * 12))
  let reached = time(first.from)
  for (const period of periods) {
    due += Math.max(0, time(period.from) - reached)
    reached = period.to === null ? Infinity : Math.max(reached, time(period.to))
    if (due <= reached) return new Date(due).toISOString()
  }
  return null
}

function groundless(
  history: QualityHistory,
  instant: string,
  rules: readonly QualityRule[],
  rank: string,
  held: readonly HeldQuality[],
): QualityRemark[] {
  return history.decisions
    .filter((decision) => covers(decision, instant) && !held.some(({ quality }) => quality === decision.quality))
    .filter(
      (decision) =>
        !rules.some((rule) => rule.how === 'by_decision' && rule.quality === decision.quality && hasRank(rule, rank)),
    )
    .map((decision) => ({ code: 'decision_without_ground', decision: decision.id }))
}

/** Same day of a later month, or its last day where the month is shorter; same hour, UTC. */
function addMonths(instant: string, months: number): string {
  const start = new Date(time(instant))
  const end = new Date(start)
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay))
  return end.toISOString()
}
