// The custody clock a second time, as a careful clerk would work it out with the code of criminal procedure (CPP, as
// amended by law 03.23) open beside a stopwatch. Written from the texts of the law and the agreed form of question and
// answer, without knowledge of the house's engine and sharing nothing with it: no import, no data, other arithmetic.
// The engine is measured against it, so a rule that looks wrong here is settled from the article, never from the engine.

export interface Offence {
  readonly from: string
  readonly crime: boolean
  readonly imprisonable: boolean
  readonly stateSecurity: boolean
  readonly terrorism: boolean
  readonly art108: boolean
}

export interface Exclusion {
  readonly kind: 'travel' | 'treatment' | 'examination' | 'waiting'
  readonly from: string
  readonly to: string | null
  readonly outsideDistrict: boolean
  readonly proven: boolean
}

export interface Extension {
  readonly decidedAt: string
  readonly hours: number
  readonly writtenReasoned: boolean
  readonly by: 'procureur' | 'procureur-general' | 'investigating-judge' | 'police'
  readonly heard: 'presented' | 'video' | 'reasoned-without' | 'none'
}

/** One hold, as it is written down. Instants are ISO 8601 in UTC. */
export interface ClockCase {
  readonly measure: 'custody' | 'minor-retention' | 'identity-check' | 'sentence-hold' | 'warrant-hold'
  readonly inquiry: 'flagrant' | 'preliminary' | 'rogatory'
  readonly offences: readonly Offence[]
  readonly age: 'adult' | 'minor' | 'doubtful' | 'under-12'
  readonly arrestedAt: string
  readonly placedAt: string
  readonly exclusions: readonly Exclusion[]
  readonly extensions: readonly Extension[]
  readonly lawyerDelay: { readonly grantedAt: string; readonly hours: number; readonly atRequestOfOpj: boolean } | null
  readonly prosecutor: { readonly noticeAt: string | null; readonly priorAuthorisationAt: string | null }
  readonly endedAt: string | null
  readonly now: string
}

/** What the law makes of it. Instants are ISO 8601 in UTC with milliseconds; hours are decimals. */
export interface ClockAnswer {
  readonly regime: string | null
  readonly baseHours: number | null
  readonly extensionHours: number
  readonly deadlineProven: string | null
  readonly deadlineClaimed: string | null
  readonly deadlineMax: string | null
  readonly realHours: number
  readonly legalHours: number
  readonly overdue: boolean
  readonly alarms: readonly string[]
  readonly lawyerFrom: string | null
  readonly findings: readonly string[]
}

const HOUR = 3_600_000

// Law 03.23 has effect from 8 December 2025, a day that began in Morocco, then at UTC+1, at 23:00 UTC of the day before.
const NEW_LAW = Date.parse('2025-12-07T23:00:00Z')

interface Regime {
  readonly name: string
  readonly base: number
  readonly times: number
  readonly each: number
}

const ORDINARY: Regime = { name: 'ordinary', base: 48, times: 1, each: 24 } // 66 § 1, 66-2 § 5, 80 § 1
const STATE_SECURITY: Regime = { name: 'state-security', base: 96, times: 1, each: 96 } // 66-2 § 6
const TERRORISM: Regime = { name: 'terrorism', base: 96, times: 2, each: 96 } // 66-2 § 7
const OTHER_HOLDS: { readonly [measure: string]: Regime } = {
  'identity-check': { name: 'identity-check', base: 4, times: 1, each: 4 }, // 82-3-9 § 4
  'sentence-hold': { name: 'sentence-hold', base: 24, times: 1, each: 24 }, // 613-2
  'warrant-hold': { name: 'warrant-hold', base: 24, times: 0, each: 0 }, // 147 § 3, 149, 156: nothing extends it
}

interface Pause {
  readonly from: number
  readonly to: number
}

/** Works one case out. Never refuses a fact: what breaks a rule is among the findings. */
export function calculate(input: ClockCase): ClockAnswer {
  const start = Date.parse(input.arrestedAt)
  const placed = Date.parse(input.placedAt)
  const now = Date.parse(input.now)
  // The hold is looked at up to its end, or up to the hour of the question while it lasts; later facts do not exist yet.
  const last = input.endedAt === null ? now : Math.min(now, Date.parse(input.endedAt))
  const findings = new Set<string>()

  const inCustody = input.measure === 'custody' || input.measure === 'minor-retention'
  // 458, 459: a doubt about age is the court's to settle; until then the person is held as a minor.
  if (input.age === 'doubtful') findings.add('minor-treated')
  const asMinor =
    inCustody && (input.measure === 'minor-retention' || input.age === 'minor' || input.age === 'doubtful')
  // 82-3-9 and 613-2 came with law 03.23: before it nobody could be held so.
  const isUnknownToLaw = start < NEW_LAW && (input.measure === 'identity-check' || input.measure === 'sentence-hold')
  const otherHold = isUnknownToLaw ? undefined : OTHER_HOLDS[input.measure]
  const regimeAt = (instant: number) => (inCustody ? gravest(input.offences, instant) : otherHold)
  // 458 § 2, 461-1: under twelve there is no responsibility and no retention; the child is handed over.
  const regime = inCustody && input.age === 'under-12' ? undefined : regimeAt(last)

  const pausesOf = (claimsToo: boolean, until: number) => pauses(input, start, Math.min(until, last), claimsToo)
  const proven = pausesOf(false, last)
  const real = Math.max(0, last - start)
  const legal = watch(start, proven, last, Infinity).held

  if (regime === undefined) {
    findings.add('not-possible')
    return {
      regime: null,
      baseHours: null,
      extensionHours: 0,
      deadlineProven: null,
      deadlineClaimed: null,
      deadlineMax: null,
      realHours: real / HOUR,
      // Where nobody may be held there is no measure that anything could be taken off from.
      legalHours: real / HOUR,
      overdue: false,
      alarms: [],
      lawyerFrom: null,
      findings: [...findings].sort(),
    }
  }

  for (const each of input.exclusions) {
    // What begins when nobody is held any more takes nothing off.
    if (Date.parse(each.from) > last) continue
    if (!inCustody || start < NEW_LAW || !isLawfulKind(each)) findings.add('exclusion-not-lawful')
    // 751: what is not proven to have been done counts as not done.
    else if (!each.proven) findings.add('exclusion-not-proven')
  }

  let granted = 0
  let counted = 0
  const decisions = input.extensions
    .map((extension) => ({ extension, at: Date.parse(extension.decidedAt) }))
    .filter((decision) => decision.at <= now)
    .sort((a, b) => a.at - b.at)
  for (const { extension, at } of decisions) {
    const then = regimeAt(at)
    const wrong: string[] = []
    // A period is extended while it runs: at its last instant nothing is left to extend (80 § 1: before it ends).
    if (
      then !== undefined &&
      watch(start, pausesOf(false, at), at, then.base * HOUR + granted).held >= then.base * HOUR + granted
    )
      wrong.push('extension-late')
    // 460 § 1: a minor's retention cannot be extended, except for the offences of 108; number and length are no question then.
    if (asMinor && !isArticle108(input.offences, at)) wrong.push('extension-minor')
    else {
      if (then === undefined || counted >= then.times) wrong.push('extension-too-many')
      if (then !== undefined && then.times > 0 && extension.hours > then.each) wrong.push('extension-too-long')
    }
    // 66-2, 80: written and reasoned. 82-3-9 and 613-2 ask for a permission, in no form.
    if (inCustody && !extension.writtenReasoned) wrong.push('extension-unreasoned')
    if (!mayExtend(input, extension.by, at)) wrong.push('extension-no-authority')
    for (const code of wrong) findings.add(code)
    // 80 § 2–4: presented, heard at a distance, or by exception a reasoned decision without either. It counts all the same.
    if (inCustody && input.inquiry === 'preliminary' && extension.heard === 'none') findings.add('extension-not-heard')
    if (wrong.length > 0) continue
    // Whole milliseconds: the watch shows nothing finer.
    granted += Math.round(extension.hours * HOUR)
    counted += 1
  }

  const base = regime.base * HOUR
  const mayBeExtended = !asMinor || isArticle108(input.offences, last)
  // What was granted stands, also where it was decided on offences that became known after the end.
  const furthest = base + Math.max(granted, mayBeExtended ? regime.times * regime.each * HOUR : 0)
  const deadline = deadlineOf(start, proven, base + granted)
  const overdue = legal > base + granted
  if (overdue) findings.add('held-over')

  const notice = input.prosecutor.noticeAt
  const authorisation = input.prosecutor.priorAuthorisationAt
  // 66 § 1: the prosecutor is told “at once”; an hour is our reading of it.
  if (inCustody && input.inquiry === 'flagrant' && (notice === null || Date.parse(notice) > placed + HOUR))
    findings.add('notice-late')
  // 80 § 1: preliminary custody by permission of the prosecutor. 460 § 4: a minor only after he has agreed.
  if (
    (asMinor || (inCustody && input.inquiry === 'preliminary')) &&
    (authorisation === null || Date.parse(authorisation) > placed)
  )
    findings.add('no-prior-authorisation')

  return {
    regime: asMinor ? 'minor' : regime.name,
    baseHours: regime.base,
    extensionHours: granted / HOUR,
    deadlineProven: iso(deadline),
    deadlineClaimed: iso(deadlineOf(start, pausesOf(true, last), base + granted)),
    deadlineMax: iso(deadlineOf(start, proven, furthest)),
    realHours: real / HOUR,
    legalHours: legal / HOUR,
    overdue,
    alarms: [12, 6, 2, 0.5, 0].map((before) => iso(deadline - before * HOUR)),
    lawyerFrom: inCustody && placed >= NEW_LAW ? iso(placed + lawyerDelay(input, now, findings)) : null,
    findings: [...findings].sort(),
  }
}

/** Starts the stopwatch and looks at it until the hour `until`, or until it shows `enough`. */
function watch(start: number, stops: readonly Pause[], until: number, enough: number): { at: number; held: number } {
  let at = start
  let held = 0
  while (at < until && held < enough) {
    const paused = stops.some((stop) => stop.from <= at && at < stop.to)
    // Until somebody presses the button again each minute is like the one before: the clerk walks on to that hour.
    let next = paused ? until : Math.min(until, at + (enough - held))
    for (const stop of stops) {
      if (stop.from > at && stop.from < next) next = stop.from
      if (stop.to > at && stop.to < next) next = stop.to
    }
    if (!paused) held += next - at
    at = next
  }
  return { at, held }
}

// The first instant at which the watch shows the hours allowed.
function deadlineOf(start: number, stops: readonly Pause[], allowed: number): number {
  return watch(start, stops, Infinity, allowed).at
}

// When the watch stands still. Before law 03.23 article 66 left nothing out, and it speaks of custody alone (so 460).
function pauses(input: ClockCase, start: number, until: number, claimsToo: boolean): Pause[] {
  if (start < NEW_LAW || (input.measure !== 'custody' && input.measure !== 'minor-retention')) return []
  const stops: Pause[] = []
  for (const each of input.exclusions) {
    if (!isLawfulKind(each) || !(each.proven || claimsToo)) continue
    const from = Math.max(start, Date.parse(each.from))
    const to = each.to === null ? until : Math.min(until, Date.parse(each.to))
    if (from < to) stops.push({ from, to })
  }
  return stops
}

// 66 § 2: travel, where arrested outside the officer's judicial district. 66 § 4: the time in treatment, even under guard.
// An examination (67), waiting and escort are neither.
function isLawfulKind(exclusion: Exclusion): boolean {
  return exclusion.kind === 'treatment' || (exclusion.kind === 'travel' && exclusion.outsideDistrict)
}

// 66 § 1, 80 § 1: no custody but for a crime or an offence punished by imprisonment; any other carries no regime at all.
function knownAt(offences: readonly Offence[], instant: number): Offence[] {
  return offences.filter((each) => (each.crime || each.imprisonable) && Date.parse(each.from) <= instant)
}

function gravest(offences: readonly Offence[], instant: number): Regime | undefined {
  const known = knownAt(offences, instant)
  if (known.some((each) => each.terrorism)) return TERRORISM
  if (known.some((each) => each.stateSecurity)) return STATE_SECURITY
  return known.length > 0 ? ORDINARY : undefined
}

// 108 § 3 names State security and terrorism first in its list.
function isArticle108(offences: readonly Offence[], instant: number): boolean {
  return knownAt(offences, instant).some((each) => each.art108 || each.terrorism || each.stateSecurity)
}

// 66-2, 80: the prosecution. 192 sends a rogatory commission back to 66-2 and 80 and has the judge told, no more; how it
// stood before law 03.23 is not among the texts read, and the wider reading, which marks less, is taken. 82-3-9: the
// procureur du Roi alone. 613-2: the prosecution of the place. A warrant hold has no extension that anyone could give.
function mayExtend(input: ClockCase, by: Extension['by'], at: number): boolean {
  if (input.measure === 'warrant-hold') return true
  if (by === 'investigating-judge')
    return (
      (input.measure === 'custody' || input.measure === 'minor-retention') &&
      input.inquiry === 'rogatory' &&
      at < NEW_LAW
    )
  return by === 'procureur' || (by === 'procureur-general' && input.measure !== 'identity-check')
}

// 66-2 § 10: from the first hour of the placing; put off for terrorism and 108 only, at the officer's request, by half the
// base at most.
function lawyerDelay(input: ClockCase, now: number, findings: Set<string>): number {
  const delay = input.lawyerDelay
  if (delay === null) return 0
  const granted = Date.parse(delay.grantedAt)
  if (granted > now) return 0
  const regime = gravest(input.offences, granted)
  if (
    regime !== undefined &&
    delay.hours <= regime.base / 2 &&
    delay.atRequestOfOpj &&
    isArticle108(input.offences, granted)
  )
    return Math.round(delay.hours * HOUR)
  findings.add('lawyer-delay-invalid')
  return 0
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
