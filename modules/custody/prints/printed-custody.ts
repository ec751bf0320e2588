import type { Custody } from '#contracts/custody/custody.ts'
import { type EntryMark, hiddenWords } from '#contracts/custody/entry.ts'
import { findCaseHeader, getCaseForAct } from '#modules/casework/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { type CustodyRow, custodies } from '../custody-store.ts'
import { showCustodies } from '../queries/read-custody.ts'

interface Named {
  readonly ar: string
  readonly latin: string
}

/** A line of the register with all that its papers and its row in the book say. */
export interface PrintedCustody {
  readonly custody: Custody
  readonly row: CustodyRow
  /** Null where the case is not this reader's to see. */
  readonly offences: readonly { readonly ar: string; readonly fr: string; readonly article: string | null }[] | null
  readonly signing: { readonly by: Named; readonly person: SheetMode; readonly reason: string | null } | null
  readonly marks: readonly EntryMark[]
}

export type SheetMode = 'signed' | 'fingerprint' | 'refused' | 'unable'

/** Names behind the ids that entries carry. */
export interface PrintNames {
  readonly officers: ReadonlyMap<string, Named>
  readonly units: ReadonlyMap<string, Named>
  readonly cells: ReadonlyMap<string, string>
}

/** Lines as they are printed, in the order given, with the names their facts point to. */
export async function loadPrinted(
  tx: Tx,
  deps: CustodyDeps,
  rows: readonly CustodyRow[],
): Promise<{ lines: PrintedCustody[]; names: PrintNames }> {
  const shown = await showCustodies(tx, deps, rows)
  const names = await namesOf(tx, rows, shown)
  const lines: PrintedCustody[] = []
  for (const row of rows) {
    const custody = shown.find(({ id }) => id === row.id)
    if (!custody) continue
    lines.push({
      custody,
      row,
      offences: custody.caseId === null ? null : await offencesOf(tx, custody.caseId),
      signing: signingOf(row, custody, names),
      marks: row.marks,
    })
  }
  return { lines, names }
}

async function offencesOf(tx: Tx, caseId: string): Promise<PrintedCustody['offences']> {
  if (!(await findCaseHeader(tx, caseId))) return null
  const { offences } = await getCaseForAct(tx, caseId)
  return offences.map(({ labelAr, labelFr, article }) => ({ ar: labelAr, fr: labelFr, article }))
}

function signingOf(row: CustodyRow, { caseId }: Custody, names: PrintNames): PrintedCustody['signing'] {
  if (row.signed_by === null || row.signing === null) return null
  const { person, reason } = row.signing
  return {
    by: names.officers.get(row.signed_by) ?? { ar: '', latin: '' },
    person: person as SheetMode,
    reason: typeof reason !== 'string' ? null : caseId === null ? hiddenWords : reason,
  }
}

async function namesOf(tx: Tx, rows: readonly CustodyRow[], shown: readonly Custody[]): Promise<PrintNames> {
  const entries = shown.flatMap((each) => each.entries.map(({ entry }) => entry))
  const officerIds = new Set(rows.flatMap(({ signed_by }) => signed_by ?? []))
  const unitIds = new Set(
    shown.flatMap(({ unitId, prosecutors }) => [unitId, ...prosecutors.map((each) => each.unitId)]),
  )
  const cellIds = new Set<string>()
  for (const entry of entries) {
    if ('by' in entry && entry.kind !== 'extension') officerIds.add(entry.by)
    if ('prosecutorUnitId' in entry && entry.prosecutorUnitId) unitIds.add(entry.prosecutorUnitId)
    if ('cellId' in entry && entry.cellId) cellIds.add(entry.cellId)
  }
  const named = <T extends { id: string }>(found: readonly T[], name: (row: T) => Named) =>
    new Map(found.map((row) => [row.id, name(row)]))
  const officers = await findAll(officerIds, (ids) =>
    custodies(tx)
      .selectFrom('organisation.officer')
      .select(['id', 'name_ar', 'name_latin'])
      .where('id', 'in', ids)
      .execute(),
  )
  const units = await findAll(unitIds, (ids) =>
    custodies(tx).selectFrom('organisation.unit').select(['id', 'name_ar', 'name_fr']).where('id', 'in', ids).execute(),
  )
  const cells = await findAll(cellIds, (ids) =>
    custodies(tx).selectFrom('custody.cell').select(['id', 'code']).where('id', 'in', ids).execute(),
  )
  return {
    officers: named(officers, (row) => ({ ar: row.name_ar, latin: row.name_latin })),
    units: named(units, (row) => ({ ar: row.name_ar, latin: row.name_fr })),
    cells: new Map(cells.map(({ id, code }) => [id, code])),
  }
}

async function findAll<T>(ids: ReadonlySet<string>, find: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  return ids.size === 0 ? [] : find([...ids])
}
