import { sql } from 'kysely'
import type { AlarmKind } from '#contracts/custody/alarm.ts'
import type { ClockView, CustodySummary } from '#contracts/custody/custody.ts'
import type { Tx } from '#platform/commands/types.ts'
import { clockOf } from './custody-life.ts'
import {
  type CustodyRow,
  type EntryRow,
  custodies,
  entryRows,
  lineOf,
  openSubject,
  takenDown,
} from './custody-store.ts'
import type { CustodyTables } from './custody-tables.ts'
import type { ClockAnswer } from './domain/clock-case.ts'
import { findRulesAt } from './domain/clock-rules.ts'
import type { CustodyRules } from './domain/custody-rules.ts'
import { type Standing, foldRecord } from './domain/record.ts'
import { riskOf, welfareDueAt } from './domain/welfare.ts'
import { whereAt } from './domain/whereabouts.ts'

/** A custody with what was taken down of it, as lists and sheets are made from. */
export interface LoadedCustody {
  readonly row: CustodyRow
  readonly rows: readonly EntryRow[]
  readonly record: readonly Standing[]
}

export async function loadCustodies(tx: Tx, rows: readonly CustodyRow[]): Promise<LoadedCustody[]> {
  const entries = Map.groupBy(
    await entryRows(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ custody_id }) => custody_id,
  )
  return rows.map((row) => {
    const own = entries.get(row.id) ?? []
    return { row, rows: own, record: foldRecord(takenDown(own)) }
  })
}

/** Summaries of custodies as they stood at an hour; what came later is left out of where, risk and clock. */
export async function summarise(
  tx: Tx,
  rules: CustodyRules,
  loaded: readonly LoadedCustody[],
  at: Date,
): Promise<CustodySummary[]> {
  const ids = loaded.map(({ row }) => row.id)
  const cells = await cellCodes(tx, loaded)
  const cases = await caseNames(tx, loaded)
  const alarms = await alarmsOf(tx, ids)
  const summaries: CustodySummary[] = []
  for (const { row, rows, record } of loaded) {
    const file = cases.get(row.case_id)
    const until = record.filter((each) => each.at <= at.getTime())
    const line = lineOf(row)
    const where = whereAt(line, until, at.getTime())
    const answer = clockOf(rules, row, record, at)
    const due = welfareDueAt(line, until, rules.welfare.everyMinutes)
    const ended = row.ended_at !== null && row.ended_at <= at
    const subject = file ? await openSubject(tx, row) : undefined
    summaries.push({
      id: row.id,
      caseId: file?.id ?? null,
      caseReference: file?.reference ?? null,
      book: row.book,
      year: row.year,
      number: row.number,
      reference: row.reference,
      measure: row.measure,
      age: row.age,
      name: subject ? { ar: subject.person.nameAr, latin: subject.person.nameLatin } : null,
      sex: row.sex,
      unitId: row.unit_id,
      placeId: row.place_id,
      arrestedAt: row.arrested_at.toISOString(),
      placedAt: row.placed_at.toISOString(),
      endedAt: ended ? (row.ended_at?.toISOString() ?? null) : null,
      endKind: ended ? row.end_kind : null,
      where: {
        state: where?.state ?? 'unplaced',
        cellId: where?.cellId ?? null,
        cell: where?.cellId ? (cells.get(where.cellId) ?? null) : null,
        outFor: where?.outFor ?? null,
        since: new Date(where?.since ?? row.arrested_at.getTime()).toISOString(),
      },
      risk: riskOf(until),
      welfareDueAt: ended || due === null ? null : new Date(due).toISOString(),
      clock: clockView(rules, row, answer),
      alarms: alarms.get(row.id) ?? [],
      marks: row.marks.length + rows.reduce((sum, each) => sum + each.marks.length, 0),
      signed: row.signed_at !== null,
      version: row.version,
    })
  }
  return summaries
}

/** The clock with the articles behind what it shows. */
function clockView(rules: CustodyRules, row: CustodyRow, answer: ClockAnswer): ClockView {
  const inForce = findRulesAt(rules.clock, row.measure, row.arrested_at.getTime())
  const regime = inForce?.regimes.find(({ name }) => name === answer.regime) ?? inForce?.regimes.at(-1)
  const sources = [
    ...(answer.regime === null && inForce ? [{ what: 'opening', ...inForce.opening }] : []),
    ...(answer.regime !== null && regime ? [{ what: 'regime', ...regime }] : []),
    ...(answer.regime === 'minor' && inForce?.minors ? [{ what: 'minors', ...inForce.minors }] : []),
    ...(answer.extensionHours > 0 && inForce?.extensions ? [{ what: 'extension', ...inForce.extensions }] : []),
    ...(inForce?.exclusions ?? []).map((each) => ({ what: `exclusion-${each.kind}`, ...each })),
    ...(inForce?.lawyer ? [{ what: 'lawyer', ...inForce.lawyer }] : []),
  ].map(({ what, source, confidence }) => ({ what, source, confidence }))
  return {
    regime: answer.regime,
    baseHours: answer.baseHours,
    extensionHours: answer.extensionHours,
    deadlineProven: answer.deadlineProven,
    deadlineClaimed: answer.deadlineClaimed,
    deadlineMax: answer.deadlineMax,
    realHours: answer.realHours,
    legalHours: answer.legalHours,
    overdue: answer.overdue,
    lawyerFrom: answer.lawyerFrom,
    findings: [...answer.findings],
    sources,
  }
}

async function cellCodes(tx: Tx, loaded: readonly LoadedCustody[]): Promise<ReadonlyMap<string, string>> {
  const places = [...new Set(loaded.map(({ row }) => row.place_id))]
  if (places.length === 0) return new Map()
  const rows = await custodies(tx)
    .selectFrom('custody.cell')
    .select(['id', 'code'])
    .where('place_id', 'in', places)
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

/** References of the cases that this reader is told of: all but those that are sealed to him. */
async function caseNames(
  tx: Tx,
  loaded: readonly LoadedCustody[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly reference: string | null }>> {
  const ids = [...new Set(loaded.map(({ row }) => row.case_id))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; reference: string | null }>`
    select i.id, c.reference from unnest(${ids}::uuid[]) i (id)
    left join casework.case_file c on c.id = i.id
    where not custody.hides_case(i.id)`.execute(tx.tables())
  return new Map(rows.map((row) => [row.id, row]))
}

interface AlarmRow {
  id: string
  custody_id: string
  what: AlarmKind
  hours_before: string
  due_at: Date
  raised_at: Date
  names: { officer: string; capacity: string; at: string }[]
  mine: boolean
}

/** Alarms that were raised, the last first, with who took note of each; `mine` where this reader has not. */
async function alarmsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CustodySummary['alarms']>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<AlarmRow>`
    select a.id, a.custody_id, a.what, a.hours_before, a.due_at, a.raised_at,
      coalesce((select jsonb_agg(jsonb_build_object('officer', o.name_ar, 'capacity', k.capacity, 'at', k.at) order by k.at)
        from custody.alarm_ack k join organisation.officer o on o.id = k.officer_id where k.alarm_id = a.id), '[]') names,
      not exists (select 1 from custody.alarm_ack k where k.alarm_id = a.id and k.officer_id = ${tx.actor.officerId}) mine
    from custody.alarm a
    where a.custody_id = any (${[...ids]}::uuid[]) and a.raised_at is not null
    order by a.raised_at desc, a.id`.execute(tx.tables<CustodyTables>())
  const present = rows.map((row) => ({
    custodyId: row.custody_id,
    alarm: {
      id: row.id,
      what: row.what,
      hoursBefore: Number(row.hours_before),
      dueAt: row.due_at.toISOString(),
      raisedAt: row.raised_at.toISOString(),
      acknowledged: row.names.map((each) => ({ ...each, at: new Date(each.at).toISOString() })),
      mine: row.mine,
    },
  }))
  return new Map(
    [...Map.groupBy(present, ({ custodyId }) => custodyId)].map(([id, list]) => [id, list.map(({ alarm }) => alarm)]),
  )
}
