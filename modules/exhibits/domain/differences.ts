import type { DifferenceKind } from '#contracts/exhibits/lists.ts'

export interface Expected {
  readonly exhibitId: string
  readonly sealNumber: string | null
}

/** A scan as it was understood. */
export interface Scan {
  /** Undefined for a text that says nothing to whoever counts, or only that it is of a sealed file. */
  readonly exhibitId?: string
  readonly ofSealed?: boolean
  readonly text: string
  readonly sealSeen: string | null
  /** The seal recorded, of an exhibit that is not expected here. */
  readonly sealNumber?: string | null
}

export interface Difference {
  readonly kind: DifferenceKind
  readonly exhibitId: string | null
  readonly text: string | null
  readonly sealSeen: string | null
}

/**
 * What a count found otherwise than recorded: each exhibit at most once as missing or surplus, each other text once.
 * The order of the scans, and how often one was made, changes nothing.
 */
export function differencesOf(expected: readonly Expected[], scans: readonly Scan[]): Difference[] {
  const recorded = new Map(expected.map((each) => [each.exhibitId, each]))
  const seen = new Map<string, Scan[]>()
  const others = new Map<string, 'sealed' | 'unknown'>()
  for (const scan of scans) {
    if (scan.exhibitId === undefined)
      others.set(scan.text, scan.ofSealed ? 'sealed' : (others.get(scan.text) ?? 'unknown'))
    else seen.set(scan.exhibitId, [...(seen.get(scan.exhibitId) ?? []), scan])
  }
  const differences: Difference[] = []
  for (const { exhibitId } of expected)
    if (!seen.has(exhibitId)) differences.push({ kind: 'missing', exhibitId, text: null, sealSeen: null })
  for (const [exhibitId, of] of seen) {
    const there = recorded.get(exhibitId)
    if (!there) differences.push({ kind: 'surplus', exhibitId, text: null, sealSeen: null })
    for (const sealSeen of otherSeals(of, there ? there.sealNumber : (of[0]?.sealNumber ?? null)))
      differences.push({ kind: 'seal-differs', exhibitId, text: null, sealSeen })
  }
  for (const [text, kind] of others) differences.push({ kind, exhibitId: null, text, sealSeen: null })
  return differences.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function otherSeals(scans: readonly Scan[], recorded: string | null): Set<string> {
  return new Set(scans.flatMap(({ sealSeen }) => (sealSeen !== null && sealSeen !== recorded ? [sealSeen] : [])))
}

const keyOf = ({ kind, exhibitId, text, sealSeen }: Difference): string =>
  [kind, exhibitId ?? '', text ?? '', sealSeen ?? ''].join('\n')
