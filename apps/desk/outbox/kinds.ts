import { z } from 'zod'
import { caseChangedSchema } from '#contracts/casework/case.ts'
import { addTaskBody, finishTaskBody, reopenTaskBody } from '#contracts/casework/tasks.ts'
import { openCustodyBody, openedCustodySchema, recordEntriesBody } from '#contracts/custody/custody.ts'
import {
  carryExhibitBody,
  exhibitsRecordedSchema,
  movementRecordedSchema,
  recordExhibitsBody,
} from '#contracts/exhibits/record.ts'
import { addScansBody, scansAddedSchema } from '#contracts/exhibits/stocktaking.ts'
import { addEntryBody, addedEntrySchema, recordLineBody, recordedLineSchema } from '#contracts/intake/register.ts'
import { caseRefresh } from '../cases/case-api.ts'
import { custodyRefresh, recordedEntriesSchema } from '../custody/custody-api.ts'
import { intakeSchema } from '../custody/intake-draft.ts'
import { exhibitRefresh } from '../exhibits/exhibits-api.ts'
import { lineRefresh, listRefresh } from '../register/register-api.ts'
import { draftSchema } from '../register/line-draft.ts'
import type { KeptType } from './kept.ts'

/** How a kind of command is sent and shown. */
interface Kind<P extends z.ZodType, A extends z.ZodType> {
  /** What is kept of it. */
  readonly payload: P
  readonly answer: A
  readonly path: (payload: z.output<P>) => string
  readonly body: (payload: z.output<P>) => unknown
  readonly purpose: (payload: z.output<P>) => string | undefined
  /** What is read again once it is carried out. */
  readonly refresh: (payload: z.output<P>) => readonly (readonly unknown[])[]
  /** Its words, as the officer wrote them. */
  readonly words: (payload: z.output<P>) => string
}

const defineKind = <P extends z.ZodType, A extends z.ZodType>(kind: Kind<P, A>): Kind<P, A> => kind

const ofCase = z.object({ caseId: z.uuid(), reference: z.string() })
const ofTask = ofCase.extend({ taskId: z.uuid(), title: z.string() })
const made = z.object({ id: z.uuid() })
const forCase = {
  purpose: ({ caseId }: z.output<typeof ofCase>) => `case:${caseId}`,
  refresh: ({ caseId }: z.output<typeof ofCase>) => caseRefresh(caseId),
}

/** The closed list of what may be given while the line is down. */
export const kinds = {
  'register.record': defineKind({
    // The draft beside the body: where the server says no, its form comes back as it was.
    payload: z.object({ body: recordLineBody, draft: draftSchema, post: z.boolean() }),
    answer: recordedLineSchema,
    path: () => '/register',
    body: ({ body }) => body,
    purpose: () => undefined,
    refresh: () => listRefresh,
    words: ({ body }) => body.text,
  }),
  'register.add': defineKind({
    payload: addEntryBody.extend({ lineId: z.uuid(), reference: z.string() }),
    answer: addedEntrySchema,
    path: ({ lineId }) => `/register/${lineId}/entries`,
    body: ({ kind, text }) => ({ kind, text }),
    purpose: ({ lineId }) => `register:${lineId}`,
    refresh: ({ lineId }) => lineRefresh(lineId),
    words: ({ text }) => text,
  }),
  'case.add-note': defineKind({
    payload: ofCase.extend({ text: z.string() }),
    answer: made,
    path: ({ caseId }) => `/cases/${caseId}/notes`,
    body: ({ text }) => ({ text }),
    words: ({ text }) => text,
    ...forCase,
  }),
  'task.add': defineKind({
    payload: ofCase.extend({
      title: z.string(),
      dueAt: addTaskBody.shape.dueAt,
      assignedTo: addTaskBody.shape.assignedTo,
    }),
    answer: made,
    path: ({ caseId }) => `/cases/${caseId}/tasks`,
    body: ({ title, dueAt, assignedTo }) => ({ title, dueAt, assignedTo }),
    words: ({ title }) => title,
    ...forCase,
  }),
  'task.finish': defineKind({
    payload: ofTask.extend({ baseVersion: finishTaskBody.shape.baseVersion }),
    answer: caseChangedSchema,
    path: ({ caseId, taskId }) => `/cases/${caseId}/tasks/${taskId}/done`,
    body: ({ baseVersion }) => ({ baseVersion }),
    words: ({ title }) => title,
    ...forCase,
  }),
  'task.reopen': defineKind({
    payload: ofTask.extend({ baseVersion: reopenTaskBody.shape.baseVersion }),
    answer: caseChangedSchema,
    path: ({ caseId, taskId }) => `/cases/${caseId}/tasks/${taskId}/reopening`,
    body: ({ baseVersion }) => ({ baseVersion }),
    words: ({ title }) => title,
    ...forCase,
  }),
  'custody.open': defineKind({
    // The draft beside the body: where the server says no, its form comes back as it was.
    payload: z.object({ body: openCustodyBody, draft: intakeSchema, reference: z.string(), words: z.string() }),
    answer: openedCustodySchema,
    path: () => '/custodies',
    body: ({ body }) => body,
    purpose: ({ body }) => `case:${body.caseId}`,
    refresh: ({ body }) => [['/custodies'], [`/cases/${body.caseId}/custodies`], ...caseRefresh(body.caseId)],
    words: ({ words }) => words,
  }),
  'custody.record': defineKind({
    payload: recordEntriesBody.extend({ custodyId: z.uuid(), reference: z.string(), words: z.string() }),
    answer: recordedEntriesSchema,
    path: ({ custodyId }) => `/custodies/${custodyId}/entries`,
    body: ({ entries }) => ({ entries }),
    purpose: ({ custodyId }) => `custody:${custodyId}`,
    refresh: ({ custodyId }) => custodyRefresh(custodyId),
    words: ({ words }) => words,
  }),
  'exhibit.record': defineKind({
    payload: z.object({ body: recordExhibitsBody, reference: z.string() }),
    answer: exhibitsRecordedSchema,
    path: () => '/exhibits',
    body: ({ body }) => body,
    purpose: ({ body }) => `case:${body.caseId}`,
    refresh: ({ body }) => [[`/cases/${body.caseId}/exhibits`], ['/exhibits'], ['/exhibit-places']],
    words: ({ body }) => body.items.map(({ detail }) => detail.description).join(' · '),
  }),
  'exhibit.carry': defineKind({
    payload: ofCase.extend({ exhibitId: z.uuid(), body: carryExhibitBody, words: z.string() }),
    answer: movementRecordedSchema,
    path: ({ exhibitId }) => `/exhibits/${exhibitId}/movements`,
    body: ({ body }) => body,
    purpose: forCase.purpose,
    refresh: ({ exhibitId, caseId }) => exhibitRefresh({ id: exhibitId, caseId }),
    words: ({ words }) => words,
  }),
  'exhibit.scan': defineKind({
    payload: z.object({ stocktakingId: z.uuid(), reference: z.string(), body: addScansBody }),
    answer: scansAddedSchema,
    path: ({ stocktakingId }) => `/exhibit-stocktakings/${stocktakingId}/scans`,
    body: ({ body }) => body,
    purpose: () => undefined,
    refresh: ({ stocktakingId }) => [[`/exhibit-stocktakings/${stocktakingId}`]],
    words: ({ body }) => body.scans.map(({ text }) => text).join(' · '),
  }),
} as const satisfies Record<KeptType, unknown>

export type Kinds = typeof kinds
export type PayloadOf<K extends KeptType> = z.output<Kinds[K]['payload']>
export type AnswerOf<K extends KeptType> = z.output<Kinds[K]['answer']>

/** A kept command as it is sent and shown, whatever its kind. */
export interface Plain {
  readonly path: string
  readonly body: unknown
  readonly purpose: string | undefined
  readonly refresh: readonly (readonly unknown[])[]
  readonly words: string
  readonly answer: z.ZodType
}

/** Undefined where what is kept is not of the shape that this version of the desk knows. */
export function plainOf(type: KeptType, payload: unknown): Plain | undefined {
  const kind: Kind<z.ZodType, z.ZodType> = kinds[type]
  const parsed = kind.payload.safeParse(payload)
  if (!parsed.success) return undefined
  const { data } = parsed
  return {
    path: kind.path(data),
    body: kind.body(data),
    purpose: kind.purpose(data),
    refresh: kind.refresh(data),
    words: kind.words(data),
    answer: kind.answer,
  }
}
