import type { z } from 'zod'
import type { addTaskBody } from '#contracts/casework/tasks.ts'
import type { Tx } from '#platform/commands/types.ts'
import { type CaseRow, getCaseToChange, getOfficerName, tellOfCase } from './case-store.ts'
import type { CaseworkTables } from './casework-tables.ts'
import type { TaskAbout } from './task-titles.ts'

/**
 * Adds a task to a case as part of a command, and records no event: name the case and the task in the command's own. One with
 * `about` is worded for each reader; its `title` says in the log what it concerns, a number. Throws what `getCaseToChange` throws, and OFFICER_UNKNOWN.
 */
export async function addTaskTo(
  tx: Tx,
  caseId: string,
  task: z.output<typeof addTaskBody> & { readonly about?: TaskAbout },
  options: { readonly evenClosed?: boolean } = {},
): Promise<{ readonly id: string; readonly row: CaseRow; readonly officer: string | undefined }> {
  const { title, dueAt, assignedTo, about } = task
  const row = await getCaseToChange(tx, caseId, options)
  const officer = assignedTo ? await getOfficerName(tx, assignedTo) : undefined
  const id = tx.ids.next()
  await tx
    .tables<CaseworkTables>()
    .insertInto('casework.task')
    .values({
      id,
      case_id: caseId,
      unit_id: row.unit_id,
      area: row.area,
      title,
      about: about ? JSON.stringify(about) : null,
      due_at: dueAt ? new Date(dueAt) : null,
      assigned_to: assignedTo ?? null,
      state: 'open',
      created_at: tx.occurredAt,
      created_by: tx.actor.officerId,
      done_at: null,
      done_by: null,
      outcome: null,
    })
    .execute()
  await keepNextDue(tx, caseId)
  if (assignedTo) await tellOfCase(tx, row, 'case.task-assigned', [{ kind: 'officer', officerId: assignedTo }])
  return { id, row, officer }
}

// The case is locked by getCaseToChange, so that two tasks cannot both miss each other here.
export async function keepNextDue(tx: Tx, caseId: string): Promise<void> {
  await tx
    .tables<CaseworkTables>()
    .updateTable('casework.case_file')
    .set((eb) => ({
      next_due_at: eb
        .selectFrom('casework.task')
        .select((inner) => inner.fn.min('due_at').as('due'))
        .where('case_id', '=', caseId)
        .where('state', '=', 'open'),
    }))
    .where('id', '=', caseId)
    .execute()
}
