import type { SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { type Queue, listCasesQuery } from '#contracts/casework/case-lists.ts'
import { inputError } from '#platform/commands/input-error.ts'
import { type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { prosecutorKind } from '../case-store.ts'
import { summariseCases } from '../case-summaries.ts'
import type { CaseworkTables } from '../casework-tables.ts'

type CaseQuery<O> = SelectQueryBuilder<CaseworkTables, 'casework.case_file', O>

/**
 * Cases of a queue, newest first; the overdue ones by what is due first. What decides which rows qualify stands here,
 * in conditions an index answers; the policy of the table then takes out what the reader may not see.
 */
export const listCases = defineQuery({
  type: 'case.list',
  permission: 'case.read',
  input: listCasesQuery,
  recorded: false,
  execute: async (tx, { queue, unit, cursor, limit }) => {
    if (unit !== undefined && !tx.reach.covers(unit)) throw platformErrors.fail('NOT_PERMITTED')
    const units = unit === undefined ? reachedUnits(tx) : [unit]
    const asProsecutor = queue === 'waiting' && (await isProsecutor(tx))
    const after = cursor === undefined ? undefined : decode(cursor)
    const due = queue === 'overdue'
    const column = due ? ('next_due_at' as const) : ('opened_at' as const)
    const direction = due ? ('asc' as const) : ('desc' as const)
    const rows = await inQueue(
      tx.tables<CaseworkTables>().selectFrom('casework.case_file'),
      tx,
      queue,
      units,
      asProsecutor,
    )
      .selectAll()
      .$if(after !== undefined, (query) =>
        query.where((eb) =>
          eb(eb.refTuple(column, 'id'), due ? '>' : '<', eb.tuple(after?.at ?? new Date(0), after?.id ?? '')),
        ),
      )
      .orderBy(column, direction)
      .orderBy('id', direction)
      .limit(limit + 1)
      .execute()
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const lastAt = last?.[column]
    return {
      result: {
        items: await summariseCases(tx, page),
        next: rows.length > limit && last && lastAt ? encode(lastAt, last.id) : null,
      },
    }
  },
})

export const countQueues = defineQuery({
  type: 'case.count-queues',
  permission: 'case.read',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const units = reachedUnits(tx)
    const asProsecutor = await isProsecutor(tx)
    const count = async (queue: Queue): Promise<number> => {
      const row = await inQueue(
        tx.tables<CaseworkTables>().selectFrom('casework.case_file'),
        tx,
        queue,
        units,
        asProsecutor,
      )
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return row.count
    }
    return {
      result: {
        mine: await count('mine'),
        unit: await count('unit'),
        overdue: await count('overdue'),
        waiting: await count('waiting'),
        incoming: await count('incoming'),
      },
    }
  },
})

/** Undefined where the permission holds everywhere. */
function reachedUnits(tx: Tx): readonly string[] | undefined {
  return tx.reach.all ? undefined : [...tx.reach.units]
}

/** For a prosecutor the waiting cases are those that wait for that office. */
async function isProsecutor(tx: Tx): Promise<boolean> {
  const row = await tx
    .tables<CaseworkTables>()
    .selectFrom('organisation.unit')
    .select('kind')
    .where('id', '=', tx.actor.unitId)
    .executeTakeFirst()
  return row?.kind === prosecutorKind
}

function inQueue<O>(
  query: CaseQuery<O>,
  tx: Tx,
  queue: Queue,
  units: readonly string[] | undefined,
  asProsecutor: boolean,
): CaseQuery<O> {
  switch (queue) {
    case 'mine':
      return query.where('state', '<>', 'closed').where('assigned_to', '=', tx.actor.officerId)
    case 'unit':
      return ofUnits(query.where('state', '<>', 'closed'), 'unit_id', units)
    case 'overdue':
      return ofUnits(
        query.where('state', '<>', 'closed').where('next_due_at', 'is not', null).where('next_due_at', '<', tx.now),
        'unit_id',
        units,
      )
    case 'waiting':
      return ofUnits(
        query.where('state', '=', 'waiting-prosecutor'),
        asProsecutor ? 'prosecutor_unit_id' : 'unit_id',
        units,
      )
    case 'incoming':
      return ofUnits(query.where('transfer_to_unit_id', 'is not', null), 'transfer_to_unit_id', units)
  }
}

// One unit as an equation: an index then gives the rows in their order, which it does not for a list.
function ofUnits<O>(
  query: CaseQuery<O>,
  column: 'unit_id' | 'transfer_to_unit_id' | 'prosecutor_unit_id',
  units: readonly string[] | undefined,
): CaseQuery<O> {
  if (units === undefined) return query
  const [only] = units
  if (only === undefined) return query.where('id', 'is', null)
  return units.length === 1 ? query.where(column, '=', only) : query.where(column, 'in', units)
}

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()])

function encode(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url')
}

function decode(cursor: string): { at: Date; id: string } {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { at: new Date(at), id }
  } catch (cause) {
    throw inputError(['cursor'], cause)
  }
}
