/** A row of law data: an object with a code. */
export type LawRow = Readonly<Record<string, unknown>>

export interface LawList {
  /** Its name inside the set; null where the set is one list. */
  readonly list: string | null
  readonly rows: readonly LawRow[]
}

export interface RowChange {
  readonly list: string | null
  readonly key: string | null
  readonly row: LawRow | null
}

export interface RowDifference {
  readonly list: string | null
  readonly key: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly row: LawRow
  readonly fields: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[]
}

function isRow(value: unknown): value is LawRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The lists of rows that a set of law data is made of: itself, or its members. */
export function listsOf(data: unknown): readonly LawList[] {
  if (Array.isArray(data)) return [{ list: null, rows: data.filter((row) => isRow(row)) }]
  if (!isRow(data)) return []
  return Object.entries(data).flatMap(([list, rows]) =>
    Array.isArray(rows) ? [{ list, rows: rows.filter((row) => isRow(row)) }] : [],
  )
}

/** What names a row in its list: its code, and its first day where one code has several wordings in time. */
export function keyOfRow(row: LawRow): string {
  const { code, validFrom } = row
  return typeof validFrom === 'string' ? `${String(code)}@${validFrom}` : String(code)
}

/** The set with rows added, replaced and taken out; undefined where a row that is named is not there, or is there twice. */
export function changeRows(data: unknown, changes: readonly RowChange[]): unknown {
  let changed = listsOf(data)
  for (const change of changes) {
    const list = changed.find((each) => each.list === change.list)
    if (!list) return undefined
    const rows = changedList(list.rows, change)
    if (!rows) return undefined
    changed = changed.map((each) => (each === list ? { ...each, rows } : each))
  }
  if (Array.isArray(data)) return changed[0]?.rows
  return { ...(data as object), ...Object.fromEntries(changed.map(({ list, rows }) => [list, rows])) }
}

function changedList(rows: readonly LawRow[], { key, row }: RowChange): readonly LawRow[] | undefined {
  const at = key === null ? rows.length : rows.findIndex((each) => keyOfRow(each) === key)
  if (at === -1 || (key === null && row === null)) return undefined
  const next = row === null ? rows.toSpliced(at, 1) : rows.toSpliced(at, key === null ? 0 : 1, row)
  return new Set(next.map((each) => keyOfRow(each))).size === next.length ? next : undefined
}

/** What a proposal changes, row by row, in the order of the lists. */
export function differenceOf(before: unknown, after: unknown): readonly RowDifference[] {
  const old = new Map(listsOf(before).map(({ list, rows }) => [list, new Map(rows.map((row) => [keyOfRow(row), row]))]))
  const fresh = listsOf(after)
  const changes = fresh.flatMap(({ list, rows }) =>
    rows.flatMap((row): RowDifference[] => {
      const key = keyOfRow(row)
      const earlier = old.get(list)?.get(key)
      if (!earlier) return [{ list, key, kind: 'added', row, fields: [] }]
      const fields = fieldsThatDiffer(earlier, row)
      return fields.length === 0 ? [] : [{ list, key, kind: 'changed', row, fields }]
    }),
  )
  const removed = [...old].flatMap(([list, rows]) => {
    const kept = new Set(fresh.find((each) => each.list === list)?.rows.map((row) => keyOfRow(row)))
    return [...rows].flatMap(([key, row]): RowDifference[] =>
      kept.has(key) ? [] : [{ list, key, kind: 'removed', row, fields: [] }],
    )
  })
  return [...changes, ...removed]
}

function fieldsThatDiffer(before: unknown, after: unknown, path = ''): RowDifference['fields'] {
  if (isRow(before) && isRow(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      fieldsThatDiffer(before[name], after[name], path === '' ? name : `${path}.${name}`),
    )
  }
  return same(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }]
}

function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => same(each, other[at]))
  }
  if (isRow(one) && isRow(other)) return fieldsThatDiffer(one, other).length === 0
  return (one ?? null) === (other ?? null)
}
