import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'
import { instant, shortText, baseVersion, officerRefSchema } from './values.ts'

export const addTaskBody = z.strictObject({
  title: shortText,
  dueAt: instant.nullish(),
  assignedTo: z.uuid().nullish(),
})

export const changeTaskBody = z.strictObject({
  baseVersion,
  title: shortText.optional(),
  dueAt: instant.nullish(),
  assignedTo: z.uuid().nullish(),
})

export const finishTaskBody = z.strictObject({ baseVersion, outcome: z.string().max(2000).nullish() })
export const reopenTaskBody = z.strictObject({ baseVersion })

export const taskSchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  title: z.string(),
  /** Of a task that the system made: worded for each reader. Null for one that an officer wrote. */
  titles: textSchema.nullable(),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  assignedTo: officerRefSchema.nullable(),
  state: z.enum(['open', 'done']),
  outcome: z.string().nullable(),
  createdAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  version: z.int(),
})

/** One's own open tasks over all cases, what is due first on top. */
export const myTasksSchema = z.object({
  items: z.array(taskSchema.omit({ assignedTo: true }).extend({ reference: z.string() })),
})
