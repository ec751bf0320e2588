import { z } from 'zod'
import { caseChangedSchema } from '#contracts/casework/case.ts'
import {
  addTaskBody,
  changeTaskBody,
  finishTaskBody,
  myTasksSchema,
  reopenTaskBody,
} from '#contracts/casework/tasks.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import type { CaseworkDeps } from './casework-deps.ts'
import { addTask, changeTask, finishTask, reopenTask } from './commands/change-tasks.ts'
import { listMyTasks } from './queries/list-my-tasks.ts'

const params = z.object({ id: z.uuid() })
const taskParams = z.object({ id: z.uuid(), taskId: z.uuid() })
const made = z.object({ id: z.uuid() })

export const taskRoutes = (deps: CaseworkDeps): readonly Route[] => [
  queryRoute({
    method: 'GET',
    url: '/tasks',
    summary: 'One’s own open tasks, what is due first on top',
    ask: listMyTasks(deps),
    response: myTasksSchema,
    input: () => ({}),
  }),
  commandRoute({
    method: 'POST',
    url: '/cases/:id/tasks',
    summary: 'Set a task',
    params,
    body: addTaskBody,
    command: addTask,
    status: 201,
    response: made,
    input: (request) => ({ caseId: request.params.id, ...request.body }),
  }),
  commandRoute({
    method: 'PATCH',
    url: '/cases/:id/tasks/:taskId',
    summary: 'Change a task',
    params: taskParams,
    body: changeTaskBody,
    command: changeTask,
    response: caseChangedSchema,
    input: ({ params: { id, taskId }, body }) => ({ caseId: id, taskId, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/cases/:id/tasks/:taskId/done',
    summary: 'Finish a task',
    params: taskParams,
    body: finishTaskBody,
    command: finishTask,
    response: caseChangedSchema,
    input: ({ params: { id, taskId }, body }) => ({ caseId: id, taskId, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/cases/:id/tasks/:taskId/reopening',
    summary: 'Reopen a task',
    params: taskParams,
    body: reopenTaskBody,
    command: reopenTask,
    response: caseChangedSchema,
    input: ({ params: { id, taskId }, body }) => ({ caseId: id, taskId, ...body }),
  }),
]
