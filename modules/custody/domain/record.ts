import type { EntryInput, EntryKind, EntryOf } from '#contracts/custody/entry.ts'

/** An entry as it was taken down, with what it says. Instants in milliseconds of UTC. */
export interface TakenDown {
  readonly id: string
  readonly seq: number
  readonly at: number
  readonly recordedAt: number
  readonly entry: EntryInput
}

/** An entry that stands: not put right by another, with its end and its proof where others brought them. */
export interface Standing extends TakenDown {
  /** End of a lasting entry; null while it goes on, and for what has no length. */
  readonly until: number | null
  readonly proven: boolean
}

/** What is said once and for ever at placement. */
export interface Line {
  readonly arrestedAt: number
  readonly placedAt: number
}

const isOf = <K extends EntryKind>(kind: K) =>
  ((each: Standing) => each.entry.kind === kind) as (each: Standing) => each is StandingOf<K>
export type StandingOf<K extends EntryKind> = Standing & { readonly entry: EntryOf<K> }

/** Entries of a kind that stand, in order of the hours at which they were. */
export function standingOf<K extends EntryKind>(record: readonly Standing[], kind: K): StandingOf<K>[] {
  return record.filter(isOf(kind))
}

/** Ids of entries that another puts right; a correction of a correction leaves the first one wrong. */
export function correctedBy(
  entries: readonly { readonly id: string; readonly corrects?: string | null | undefined }[],
): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const { id, corrects } of entries) if (corrects) map.set(corrects, id)
  return map
}

/**
 * What stands of everything taken down, in order of time. Nothing is lost by it: what it leaves out is what another entry
 * says it puts right.
 */
export function foldRecord(entries: readonly TakenDown[]): Standing[] {
  const wrong = correctedBy(entries.map(({ id, entry }) => ({ id, corrects: entry.corrects })))
  const right = entries.filter(({ id }) => !wrong.has(id))
  // An entry may name the one it ends or proves by an id that was put right since.
  const successor = (id: string): string => {
    const seen = new Set<string>()
    let at = id
    for (let next = wrong.get(at); next !== undefined && !seen.has(next); next = wrong.get(at)) {
      seen.add(at)
      at = next
    }
    return at
  }
  const ends = new Map<string, number>()
  const proofs = new Set<string>()
  for (const { at, entry } of right) {
    if (entry.kind === 'ended') {
      const of = successor(entry.of)
      // The first end counts; a second one is a fact that changes nothing.
      if (!ends.has(of) || (ends.get(of) ?? 0) > at) ends.set(of, at)
    }
    if (entry.kind === 'proof') proofs.add(successor(entry.of))
  }
  return right
    .map((each) => ({
      ...each,
      until: each.entry.until ? Date.parse(each.entry.until) : (ends.get(each.id) ?? null),
      proven: proofs.has(each.id),
    }))
    .toSorted((one, other) => one.at - other.at || one.seq - other.seq)
}

/** The end of the custody; undefined while it lasts. */
export function endOf(record: readonly Standing[]): StandingOf<'end'> | undefined {
  return standingOf(record, 'end')[0]
}
