/** From one instant to a later one, in milliseconds of UTC. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The spans cut to a window, joined where they touch, in order of time. */
export function joinSpans(spans: readonly Span[], window: Span): Span[] {
  const cut = spans
    .map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from)
  const joined: Span[] = []
  for (const span of cut) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else joined.push(span)
  }
  return joined
}

/** How much of a window counts, with joined spans left out. */
export function countedWithin(window: Span, left: readonly Span[]): number {
  return left.reduce(
    (sum, { from, to }) => sum - Math.max(0, Math.min(to, window.to) - Math.max(from, window.from)),
    Math.max(0, window.to - window.from),
  )
}

/** The first instant at which that much has counted since the start, with joined spans after it left out. */
export function instantAfter(start: number, length: number, left: readonly Span[]): number {
  let at = start
  let wanting = length
  for (const { from, to } of left) {
    // An exclusion that begins once the time is up moves nothing.
    if (from - at >= wanting) break
    wanting -= from - at
    at = to
  }
  return at + wanting
}
