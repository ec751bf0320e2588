import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import type { CaseworkDeps } from '../casework-deps.ts'
import type { CaseworkTables } from '../casework-tables.ts'
import { titlesOf } from '../task-titles.ts'

const shown = 200

/** One's own open tasks, what is due first on top. */
export const listMyTasks = ({ taskKinds }: Pick<CaseworkDeps, 'taskKinds'>) =>
  defineQuery({
    type: 'task.list-mine',
    permission: 'case.read',
    input: z.strictObject({}),
    recorded: false,
    execute: async (tx) => {
      const rows = await tx
        .tables<CaseworkTables>()
        .selectFrom('casework.task as t')
        .innerJoin('casework.case_file as c', 'c.id', 't.case_id')
        .select([
          't.id',
          't.case_id',
          'c.reference',
          't.title',
          't.about',
          't.due_at',
          't.state',
          't.created_at',
          't.version',
        ])
        .where('t.assigned_to', '=', tx.actor.officerId)
        .where('t.state', '=', 'open')
        .where('c.state', '<>', 'closed')
        .orderBy('t.due_at', (order) => order.asc().nullsLast())
        .orderBy('t.id')
        .limit(shown)
        .execute()
      return {
        result: {
          items: rows.map((row) => ({
            id: row.id,
            caseId: row.case_id,
            reference: row.reference,
            title: row.title,
            titles: titlesOf(taskKinds, row.about),
            dueAt: row.due_at?.toISOString() ?? null,
            overdue: row.due_at !== null && row.due_at < tx.now,
            state: row.state,
            outcome: null,
            createdAt: row.created_at.toISOString(),
            doneAt: null,
            version: row.version,
          })),
        },
      }
    },
  })
