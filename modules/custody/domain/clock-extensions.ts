import type { Finding } from '#contracts/custody/measure.ts'
import type { ClockCase } from './clock-case.ts'
import { type Span, instantAfter } from './clock-line.ts'
import type { ClockLaw, HoldRules } from './clock-law.ts'
import { findRegime, findRulesAt, isOnSpecialList, isTreatedAsMinor, offencesThatHold } from './clock-rules.ts'

const hour = 3_600_000

type Extension = ClockCase['extensions'][number]

interface Granted {
  readonly hours: number
  readonly number: number
}

export interface ExtensionsRead extends Granted {
  readonly findings: readonly Finding[]
}

/** What the law of the instant of its decision has against an extension, beyond its hour. */
function faultsOf(input: ClockCase, rules: HoldRules, extension: Extension, granted: Granted): Finding[] {
  const known = offencesThatHold(input.offences, Date.parse(extension.decidedAt))
  const limit = findRegime(rules, known)?.extension ?? null
  const faults: Finding[] = []
  if (isTreatedAsMinor(input) && rules.minors?.extensionNeedsSpecialList && !isOnSpecialList(known)) {
    faults.push('extension-minor')
  } else {
    if (granted.number >= (limit?.number ?? 0)) faults.push('extension-too-many')
    if (limit && extension.hours > limit.hours) faults.push('extension-too-long')
  }
  const formal = rules.extensions
  if (formal?.needsWrittenReasons && !extension.writtenReasoned) faults.push('extension-unreasoned')
  if (formal && !formal.authorities[input.inquiry].includes(extension.by)) faults.push('extension-no-authority')
  return faults
}

function isHeard(input: ClockCase, rules: HoldRules, extension: Extension): boolean {
  const hearing = rules.extensions?.hearing
  return !hearing?.inquiries.includes(input.inquiry) || hearing.ways.includes(extension.heard)
}

/**
 * Goes through the extensions in the order of their decisions. Each is judged by what was known and in force at its own
 * hour; one that does not hold adds nothing and uses up no turn.
 */
export function readExtensions(
  law: ClockLaw,
  input: ClockCase,
  atArrest: HoldRules,
  proven: readonly Span[],
): ExtensionsRead {
  const arrest = Date.parse(input.arrestedAt)
  const now = Date.parse(input.now)
  const findings: Finding[] = []
  let granted: Granted = { hours: 0, number: 0 }
  const decided = input.extensions
    .map((extension) => ({ extension, at: Date.parse(extension.decidedAt) }))
    .filter(({ at }) => at <= now)
    .toSorted((one, other) => one.at - other.at)
  for (const { extension, at } of decided) {
    const rules = findRulesAt(law, input.measure, at) ?? atArrest
    const faults = faultsOf(input, rules, extension, granted)
    const base = findRegime(atArrest, offencesThatHold(input.offences, at))?.baseHours
    if (base !== undefined && at >= instantAfter(arrest, (base + granted.hours) * hour, proven))
      faults.push('extension-late')
    if (faults.length === 0) granted = { hours: granted.hours + extension.hours, number: granted.number + 1 }
    findings.push(...faults)
    if (!isHeard(input, rules, extension)) findings.push('extension-not-heard')
  }
  return { ...granted, findings }
}
