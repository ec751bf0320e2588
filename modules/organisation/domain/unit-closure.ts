import { changeDays, treeOn } from './unit-history.ts'
import type { UnitHistory, UnitTree } from './unit-history.ts'

export interface ClosureRow {
  readonly ancestor: string
  readonly descendant: string
  /** 0 for the unit itself, 1 for its parent. */
  readonly depth: number
}

export interface DatedClosureRow extends ClosureRow {
  readonly validFrom: string
  /** Exclusive; null while it still holds. */
  readonly validTo: string | null
}

/** Every pair of a unit and one at or above it. */
export function closureOf(tree: UnitTree): ClosureRow[] {
  const rows: ClosureRow[] = []
  for (const descendant of tree.nodes.keys()) {
    let ancestor: string | null = descendant
    for (let depth = 0; ancestor !== null; depth++) {
      rows.push({ ancestor, descendant, depth })
      ancestor = tree.nodes.get(ancestor)?.parent ?? null
    }
  }
  return rows
}

/** The closure of all days at once: a row for each stretch of days through which a pair held. */
export function datedClosureOf(history: UnitHistory): DatedClosureRow[] {
  const done: DatedClosureRow[] = []
  const open = new Map<string, DatedClosureRow>()
  for (const day of changeDays(history)) {
    const rows = new Map(
      closureOf(treeOn(history, day)).map((row) => [`${row.ancestor} ${row.descendant} ${row.depth}`, row]),
    )
    for (const [key, row] of open) {
      if (rows.has(key)) continue
      done.push({ ...row, validTo: day })
      open.delete(key)
    }
    for (const [key, row] of rows) {
      if (!open.has(key)) open.set(key, { ...row, validFrom: day, validTo: null })
    }
  }
  return [...done, ...open.values()]
}
