import { AuditLogError } from './audit-log-error.ts'
import { toBase64 } from './base64.ts'
import {
  type BundleCounts,
  type BundleHeader,
  type BundleLine,
  NO_LINES,
  countLine,
  parseBundleLine,
} from './bundle.ts'
import { canonicalJson } from './canonical-json.ts'
import { FindingList } from './finding-list.ts'
import type { Finding, Statement } from './findings.ts'
import { type ParsedTrust, type Trust, parseTrust } from './trust.ts'
import { type Anchor, History } from './verify-history.ts'
import { LeafWalk } from './verify-leaves.ts'

/** Options of `verifyBundle`. `now` finds cosignatures dated in the future; `maxFindings` (1000) bounds the report. */
export interface VerifyOptions {
  readonly now?: Date
  readonly maxFindings?: number
}

/** What the verifier saw and found. `ok` means: no finding, and something was there to be judged. */
export interface Report {
  readonly ok: boolean
  readonly origin: string
  readonly scope: BundleHeader['scope'] | null
  readonly findings: readonly Finding[]
  readonly omittedFindings: number
  readonly statements: readonly Statement[]
  readonly counts: BundleCounts & { lines: number; trustedCheckpoints: number; cosignatures: number; known: number }
  /** The newest checkpoint of the bundle that the log signed: size, base64 root, names of the witnesses. */
  readonly head: { readonly size: number; readonly root: string; readonly witnesses: readonly string[] } | null
  /** Up to how many leaves witnesses or known checkpoints exclude a rewrite by the operator; 0 where `ok` is false. */
  readonly rewriteExcludedUpTo: number
}

const phases: Record<BundleLine['kind'], number> = {
  header: 0,
  checkpoint: 1,
  consistency: 2,
  leaf: 3,
  detail: 3,
  inclusion: 3,
  end: 4,
}

/**
 * Checks an export of the audit log (see `bundleLineSchema`) without server or database, line by line, in memory bounded
 * by the number of checkpoints. Tampering is reported, never thrown; what is wrong with `trust` throws
 * `AUDIT_TRUST_INVALID` or `AUDIT_KEY_INVALID`. A log re-made by its operator with the same key looks like any other: it
 * is found by a witness or a known checkpoint, and without either the report says that it is not excluded.
 */
export async function verifyBundle(
  lines: AsyncIterable<string> | Iterable<string>,
  trust: Trust,
  options: VerifyOptions = {},
): Promise<Report> {
  const verifier = new BundleVerifier(parseTrust(trust), options)
  for await (const line of lines) verifier.add(line)
  return verifier.report()
}

class BundleVerifier {
  readonly #trust: ParsedTrust
  readonly #findings: FindingList
  readonly #history: History
  #lines = 0
  #counts = NO_LINES
  #phase = -1
  #header: BundleHeader | undefined
  #leaves: LeafWalk | undefined

  constructor(trust: ParsedTrust, options: VerifyOptions) {
    this.#trust = trust
    this.#findings = new FindingList(options.maxFindings ?? 1000)
    this.#history = new History(trust, this.#findings, options.now)
  }

  add(text: string): void {
    this.#lines += 1
    if (text === '') return
    let line: BundleLine
    try {
      line = parseBundleLine(text)
    } catch (error) {
      if (!(error instanceof AuditLogError)) throw error
      this.#malformed(error.message)
      return
    }
    if (line.kind !== 'header' && line.kind !== 'end') this.#counts = countLine(this.#counts, line.kind)
    const phase = phases[line.kind]
    const once = line.kind === 'header' || line.kind === 'end'
    if (this.#phase < 0 && phase > 0) this.#malformed('no header')
    if (phase < this.#phase || (once && phase === this.#phase)) {
      this.#malformed(`${line.kind} out of place`)
      return
    }
    this.#phase = phase
    this.#take(line)
  }

  #take(line: BundleLine): void {
    switch (line.kind) {
      case 'header':
        this.#header = line
        if (line.origin !== this.#trust.origin) {
          this.#findings.add('ORIGIN_MISMATCH', { found: line.origin, expected: this.#trust.origin })
        }
        return
      case 'checkpoint':
        return this.#history.addCheckpoint(line.note, this.#lines)
      case 'consistency':
        return this.#history.addConsistency(line.from, line.to, line.proof)
      case 'leaf':
        return this.#walk().addLeaf(line)
      case 'detail':
        return this.#malformed(this.#walk().addDetail(line))
      case 'inclusion':
        return this.#malformed(this.#walk().addInclusion(line))
      case 'end': {
        const { kind: _, ...counts } = line
        if (canonicalJson(counts) !== canonicalJson(this.#counts)) {
          this.#findings.add('BUNDLE_CUT')
        }
      }
    }
  }

  report(): Report {
    if (this.#counts.leaves === 0) this.#findings.add('BUNDLE_EMPTY')
    else if (this.#phase !== phases.end) this.#findings.add('BUNDLE_CUT')
    const head = this.#history.head
    // Without a header nothing says that leaves were left out on purpose.
    const all = this.#header === undefined || this.#header.scope.type === 'all'
    if (!head) this.#findings.add('CHECKPOINT_NONE_TRUSTED')
    this.#walk().finish(() => head && this.#signedSize(head))
    const proven = head ? (all ? this.#judgeRoots(head) : this.#judgeProofs(head)) : 0
    const required = this.#trust.requireWitnesses
    if (head && head.witnesses.size < required) {
      this.#findings.add('WITNESS_MISSING', { size: head.size, found: head.witnesses.size, required })
    }
    const ok = this.#findings.list.length === 0
    const excluded = ok ? proven : 0
    return {
      ok,
      origin: this.#trust.origin,
      scope: this.#header?.scope ?? null,
      findings: this.#findings.list,
      omittedFindings: this.#findings.omitted,
      statements: this.#statements(ok, head, excluded),
      counts: {
        ...this.#counts,
        lines: this.#lines,
        trustedCheckpoints: this.#history.trusted,
        cosignatures: this.#history.cosignatures,
        known: this.#trust.known.length,
      },
      head: head ? { size: head.size, root: toBase64(head.root), witnesses: [...head.witnesses] } : null,
      rewriteExcludedUpTo: excluded,
    }
  }

  #walk(): LeafWalk {
    this.#leaves ??= new LeafWalk(this.#header?.scope ?? { type: 'all' }, this.#history, this.#findings)
    return this.#leaves
  }

  #malformed(reason: string | undefined): void {
    if (reason !== undefined) this.#findings.add('BUNDLE_MALFORMED', { line: this.#lines, reason })
  }

  #signedSize(head: Anchor): number {
    const outside = this.#history.anchors.filter((anchor) => anchor.fromOutside && anchor.matched === true)
    return Math.max(head.size, ...outside.map((anchor) => anchor.size))
  }

  /** Judges checkpoints by the leaves, which are all there. Returns up to where a rewrite is excluded. */
  #judgeRoots(head: Anchor): number {
    const { anchors } = this.#history
    const matched = anchors.filter((anchor) => anchor.matched === true)
    let good = 0
    let reported = false
    for (const anchor of anchors) {
      if (anchor.matched === true) good = anchor.size
      if (anchor.matched !== false) continue
      // The leaves are what a later checkpoint vouches for: this one is of another history.
      const other = matched.some((later) => later.size >= anchor.size)
      if (other) this.#findings.add(anchor.inBundle ? 'FORK' : 'REWRITTEN', { size: anchor.size })
      else if (!reported) this.#findings.add('ROOT_MISMATCH', { from: good, to: anchor.size - 1 })
      reported ||= !other
    }
    // Closed by default: a whole log is proven only where its leaves were seen to give the newest signed root.
    if (head.matched !== true && this.#findings.list.length === 0) {
      this.#findings.add('ROOT_MISMATCH', { from: good, to: head.size - 1 })
    }
    const excluded = matched.filter((anchor) => this.#history.isIndependent(anchor)).map((anchor) => anchor.size)
    return Math.max(0, ...excluded, this.#judgeLater(head))
  }

  /** Judges checkpoints by the consistency proofs alone. Returns up to where a rewrite is excluded. */
  #judgeProofs(head: Anchor): number {
    const proven = this.#history.prefixesOf(head)
    for (const anchor of this.#history.anchors) {
      if (!proven.has(anchor) && anchor.size <= head.size) {
        this.#findings.add('CONSISTENCY_MISSING', { size: anchor.size })
      }
    }
    const excluded = [...proven].filter((anchor) => this.#history.isIndependent(anchor)).map((anchor) => anchor.size)
    return Math.max(0, ...excluded, this.#judgeLater(head))
  }

  /** Judges checkpoints from outside that are newer than the bundle. Returns the bundle's size where one confirms it. */
  #judgeLater(head: Anchor): number {
    let confirmed = 0
    for (const anchor of this.#history.anchors) {
      if (anchor.size <= head.size || anchor.matched !== undefined) continue
      if (this.#history.prefixesOf(anchor).has(head)) confirmed = head.size
      else this.#findings.add('LOG_TRUNCATED', { known: anchor.size, shown: head.size })
    }
    return confirmed
  }

  #statements(ok: boolean, head: Anchor | undefined, excluded: number): Statement[] {
    const statements: Statement[] = []
    const { leaves, details } = this.#counts
    const scope = this.#header?.scope
    if (!ok || !head || !scope) {
      statements.push({ code: 'NOTHING_PROVEN', params: {} })
    } else if (scope.type === 'all') {
      statements.push({ code: 'WHOLE_LOG_PROVEN', params: { size: this.#signedSize(head) } })
    } else if (scope.type === 'range') {
      statements.push({ code: 'RANGE_PROVEN', params: { from: scope.from, to: scope.to } })
    } else {
      statements.push({ code: 'SELECTION_PROVEN', params: { leaves } })
    }
    if (ok) statements.push({ code: 'DETAILS_CHECKED', params: { details, undisclosed: leaves - details } })
    const size = head ? this.#signedSize(head) : 0
    if (excluded === 0) statements.push({ code: 'REWRITE_NOT_EXCLUDED', params: {} })
    else if (excluded < size) {
      statements.push({ code: 'REWRITE_PARTLY_EXCLUDED', params: { size: excluded, rest: size - excluded } })
    } else statements.push({ code: 'REWRITE_EXCLUDED', params: { size } })
    return statements
  }
}
