import type { Updateable } from 'kysely'
import { z } from 'zod'
import { addTaskBody, changeTaskBody, finishTaskBody, reopenTaskBody } from '#contracts/casework/tasks.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { addTaskTo, keepNextDue } from '../add-task.ts'
import { type CaseRow, caseCodes, caseEvent, getCaseToChange, getOfficerName, tellOfCase } from '../case-store.ts'
import { caseworkErrors } from '../casework-errors.ts'
import type { CaseworkTables } from '../casework-tables.ts'

const ids = { caseId: z.uuid(), taskId: z.uuid() }

export const addTask = defineCommand({
  type: 'task.add',
  permission: 'case.change',
  fromAfar: true,
  input: z.strictObject({ caseId: z.uuid(), ...addTaskBody.shape }),
  execute: async (tx, { caseId, title, dueAt, assignedTo }) => {
    const { row, id, officer } = await addTaskTo(tx, caseId, { title, dueAt, assignedTo })
    return {
      result: { id },
      event: taskEvent('task.added', row, id, { title, ...(officer ? { officer } : {}) }, dueAt ?? null),
    }
  },
})

export const changeTask = defineCommand({
  type: 'task.change',
  permission: 'case.change',
  input: z.strictObject({ ...ids, ...changeTaskBody.shape }),
  execute: async (tx, { caseId, taskId, baseVersion, title, dueAt, assignedTo }) => {
    const { row, task } = await getTask(tx, caseId, taskId, baseVersion)
    if (task.state === 'done') throw caseworkErrors.fail('TASK_ALREADY_DONE')
    const officer = assignedTo ? await getOfficerName(tx, assignedTo) : undefined
    const version = await update(tx, task, {
      ...(title === undefined ? {} : { title, about: null }),
      ...(dueAt === undefined ? {} : { due_at: dueAt === null ? null : new Date(dueAt) }),
      ...(assignedTo === undefined ? {} : { assigned_to: assignedTo }),
    })
    if (assignedTo) await tellOfCase(tx, row, 'case.task-assigned', [{ kind: 'officer', officerId: assignedTo }])
    const due = dueAt === undefined ? (task.due_at?.toISOString() ?? null) : dueAt
    const detail = { title: title ?? task.title, before: task.title, ...(officer ? { officer } : {}) }
    return { result: { id: taskId, version }, event: taskEvent('task.changed', row, taskId, detail, due) }
  },
})

export const finishTask = defineCommand({
  type: 'task.finish',
  permission: 'case.change',
  fromAfar: true,
  input: z.strictObject({ ...ids, ...finishTaskBody.shape }),
  execute: async (tx, { caseId, taskId, baseVersion, outcome }) => {
    const { row, task } = await getTask(tx, caseId, taskId, baseVersion)
    if (task.state === 'done') throw caseworkErrors.fail('TASK_ALREADY_DONE')
    const version = await update(tx, task, {
      state: 'done',
      done_at: tx.occurredAt,
      done_by: tx.actor.officerId,
      outcome: outcome ?? null,
    })
    const detail = { title: task.title, ...(outcome ? { outcome } : {}) }
    return { result: { id: taskId, version }, event: taskEvent('task.finished', row, taskId, detail, null) }
  },
})

export const reopenTask = defineCommand({
  type: 'task.reopen',
  permission: 'case.change',
  fromAfar: true,
  input: z.strictObject({ ...ids, ...reopenTaskBody.shape }),
  execute: async (tx, { caseId, taskId, baseVersion }) => {
    const { row, task } = await getTask(tx, caseId, taskId, baseVersion)
    if (task.state === 'open') throw caseworkErrors.fail('TASK_NOT_DONE')
    const version = await update(tx, task, { state: 'open', done_at: null, done_by: null })
    return {
      result: { id: taskId, version },
      event: taskEvent('task.reopened', row, taskId, { title: task.title }, null),
    }
  },
})

type TaskRow = {
  id: string
  case_id: string
  title: string
  due_at: Date | null
  state: 'open' | 'done'
  version: number
}

async function getTask(tx: Tx, caseId: string, taskId: string, baseVersion: number) {
  const row = await getCaseToChange(tx, caseId)
  const task: TaskRow | undefined = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.task')
    .select(['id', 'case_id', 'title', 'due_at', 'state', 'version'])
    .where('id', '=', taskId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!task) throw platformErrors.fail('NOT_FOUND')
  if (task.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
  return { row, task }
}

async function update(
  tx: Tx,
  task: TaskRow,
  change: Omit<Updateable<CaseworkTables['casework.task']>, 'id' | 'case_id' | 'version'>,
): Promise<number> {
  const version = task.version + 1
  await tx
    .tables<CaseworkTables>()
    .updateTable('casework.task')
    .set({ ...change, version })
    .where('id', '=', task.id)
    .execute()
  await keepNextDue(tx, task.case_id)
  return version
}

function taskEvent(
  type: string,
  row: CaseRow,
  taskId: string,
  detail: Readonly<Record<string, string>>,
  dueAt: string | null,
) {
  return {
    type,
    ...caseEvent(row, [{ type: 'task', id: taskId }]),
    codes: { ...caseCodes(row), ...(dueAt ? { due: dueAt } : {}) },
    detail,
  }
}
