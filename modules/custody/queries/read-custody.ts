import { z } from 'zod'
import type { Custody, CustodySummary } from '#contracts/custody/custody.ts'
import type { Entry } from '#contracts/custody/entry.ts'
import { type Query, type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import {
  type CustodyRow,
  custodies,
  custodyEvent,
  getCustody,
  lineOf,
  openEntry,
  openSubject,
} from '../custody-store.ts'
import { type LoadedCustody, loadCustodies, summarise } from '../custody-view.ts'
import { missingOf } from '../domain/duties.ts'
import { correctedBy } from '../domain/record.ts'
import { withoutWords } from '../domain/without-words.ts'
import { heldPermissions } from '../held-permissions.ts'

const input = z.strictObject({ id: z.uuid() })

/** One custody with everything that was taken down of it. */
export const readCustody = (deps: CustodyDeps): Query<typeof input, Custody> =>
  defineQuery({
    type: 'custody.read',
    permission: 'custody.read',
    input,
    recorded: true,
    execute: async (tx, { id }) => {
      const row = await getCustody(tx, id)
      const [custody] = await showCustodies(tx, deps, [row])
      if (!custody) throw platformErrors.fail('NOT_FOUND')
      return {
        result: custody,
        access: { type: 'custody.read', ...custodyEvent(row), codes: { reference: row.reference } },
      }
    },
  })

/** Custodies with everything that was taken down of them, as this reader may know it. */
export async function showCustodies(tx: Tx, deps: CustodyDeps, rows: readonly CustodyRow[]): Promise<Custody[]> {
  const all = await loadCustodies(tx, rows)
  const summaries = await summarise(tx, deps.rules, all, tx.now)
  const shown: Custody[] = []
  for (const [index, summary] of summaries.entries()) {
    const loaded = all[index]
    if (loaded) shown.push(await showCustody(tx, deps, loaded, summary))
  }
  return shown
}

async function showCustody(
  tx: Tx,
  deps: CustodyDeps,
  loaded: LoadedCustody,
  summary: CustodySummary,
): Promise<Custody> {
  const { row } = loaded
  const shown = summary.caseId !== null
  const subject = shown ? await openSubject(tx, row) : undefined
  const { units, place } = await namesAround(tx, row)
  const held = await heldPermissions(tx, [row.unit_id, row.place_unit_id, ...row.prosecutor_unit_ids])
  return {
    ...summary,
    person: subject?.person ?? null,
    participantId: shown ? row.participant_id : null,
    inquiry: row.inquiry,
    grounds: row.grounds.map((code) => groundOf(deps, code)),
    arrestPlace: subject?.arrestPlace ?? null,
    outsideDistrict: row.outside_district,
    prosecutors: row.prosecutor_unit_ids.flatMap((unitId) => units.get(unitId) ?? []),
    placeName: place,
    officer: await officerOf(tx, row.officer_id),
    entries: await entriesOf(tx, loaded, shown),
    missing: missingOf(deps.rules, lineOf(row), loaded.record),
    abilities: {
      record: held.has('custody.record'),
      sign: held.has('custody.sign') && row.ended_at !== null && row.signed_at === null,
      acknowledge: held.has('custody.acknowledge'),
    },
  }
}

function groundOf({ rules }: CustodyDeps, code: string): Custody['grounds'][number] {
  const labels = rules.grounds.find((ground) => ground.code === code)?.labels
  return { code, ar: labels?.ar ?? code, fr: labels?.fr ?? code }
}

async function officerOf(tx: Tx, id: string): Promise<Custody['officer']> {
  const row = await custodies(tx)
    .selectFrom('organisation.officer')
    .select(['name_ar', 'name_latin'])
    .where('id', '=', id)
    .executeTakeFirst()
  return { id, nameAr: row?.name_ar ?? '', nameLatin: row?.name_latin ?? '' }
}

/**
 * Every entry in the order in which it happened; corrected ones with what put them right. Its words are `shown` unless the case
 * is sealed to this reader.
 */
async function entriesOf(tx: Tx, { rows, record }: LoadedCustody, shown: boolean): Promise<Entry[]> {
  const standing = new Map(record.map((each) => [each.id, each]))
  const names = await recorders(
    tx,
    rows.map(({ recorded_by }) => recorded_by),
  )
  const opened: Entry[] = []
  const wrong = correctedBy(rows.map((row) => ({ id: row.id, corrects: row.corrects_id })))
  for (const row of rows) {
    const entry = await openEntry(tx, row)
    if (!entry) continue
    const stands = standing.get(row.id)
    const until = stands?.until ?? null
    opened.push({
      id: row.id,
      seq: row.seq,
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: names.get(row.recorded_by) ?? { id: row.recorded_by, nameAr: '', nameLatin: '' },
      correctedBy: wrong.get(row.id) ?? null,
      endedAt: until === null ? null : new Date(until).toISOString(),
      proven: stands?.proven ?? false,
      marks: row.marks,
      entry: shown ? entry : withoutWords(entry),
    })
  }
  return opened.toSorted((one, other) => Date.parse(one.entry.at) - Date.parse(other.entry.at) || one.seq - other.seq)
}

async function recorders(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Entry['recordedBy']>> {
  if (ids.length === 0) return new Map()
  const rows = await custodies(tx)
    .selectFrom('organisation.officer')
    .select(['id', 'name_ar', 'name_latin'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, { id: row.id, nameAr: row.name_ar, nameLatin: row.name_latin }]))
}

async function namesAround(
  tx: Tx,
  row: { readonly place_id: string; readonly prosecutor_unit_ids: readonly string[] },
) {
  const place = await custodies(tx)
    .selectFrom('custody.place')
    .select(['name_ar', 'name_fr'])
    .where('id', '=', row.place_id)
    .executeTakeFirstOrThrow()
  const units =
    row.prosecutor_unit_ids.length === 0
      ? []
      : await custodies(tx)
          .selectFrom('organisation.unit')
          .select(['id', 'name_ar', 'name_fr'])
          .where('id', 'in', [...row.prosecutor_unit_ids])
          .execute()
  return {
    place: { ar: place.name_ar, fr: place.name_fr },
    units: new Map(units.map((unit) => [unit.id, { unitId: unit.id, nameAr: unit.name_ar, nameFr: unit.name_fr }])),
  }
}
