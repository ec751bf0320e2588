import { type Line, type Standing, endOf } from './record.ts'

/** Where a person was at an hour. Instants in milliseconds of UTC. */
export interface Whereabouts {
  readonly state: 'in-cell' | 'out' | 'unplaced' | 'ended'
  readonly cellId: string | null
  /** Why, while out: a code of extractionReasons. */
  readonly outFor: string | null
  readonly since: number
}

/** Where the person was at an hour, by the facts of up to then; undefined before the arrest. */
export function whereAt(line: Line, record: readonly Standing[], at: number): Whereabouts | undefined {
  if (at < line.arrestedAt) return undefined
  const end = endOf(record)
  if (end && end.at <= at) return { state: 'ended', cellId: null, outFor: null, since: end.at }
  let where: Whereabouts = { state: 'unplaced', cellId: null, outFor: null, since: line.arrestedAt }
  const moves = record
    .flatMap((each) => movesOf(each, record))
    .filter((move) => move.at <= at)
    .toSorted((one, other) => one.at - other.at || one.seq - other.seq)
  for (const move of moves) where = move.to(where)
  return where
}

interface Move {
  readonly at: number
  readonly seq: number
  readonly to: (from: Whereabouts) => Whereabouts
}

/** What an entry changes of where the person is: into a cell, out of it, back again. */
function movesOf({ id, at, seq, until, entry }: Standing, record: readonly Standing[]): Move[] {
  if (entry.kind === 'cell')
    return [{ at, seq, to: () => ({ state: 'in-cell', cellId: entry.cellId, outFor: null, since: at }) }]
  if (entry.kind !== 'extraction') return []
  const out: Move = { at, seq, to: (from) => ({ ...from, state: 'out', outFor: entry.why, since: at }) }
  if (until === null) return [out]
  const back = backCell(record, id)
  return [
    out,
    {
      at: until,
      seq,
      to: (from) => {
        const cellId = back ?? from.cellId
        return { state: cellId ? 'in-cell' : 'unplaced', cellId, outFor: null, since: until }
      },
    },
  ]
}

/** The cell that whoever took the return down named. */
function backCell(record: readonly Standing[], of: string): string | null {
  for (const { entry } of record) if (entry.kind === 'ended' && entry.of === of && entry.cellId) return entry.cellId
  return null
}
