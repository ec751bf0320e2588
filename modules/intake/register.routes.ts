import { z } from 'zod'
import * as shapes from '#contracts/intake/register.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { acceptLine } from './commands/accept-line.ts'
import { addEntry } from './commands/add-entry.ts'
import { answerLine } from './commands/answer-line.ts'
import { assignLine } from './commands/assign-line.ts'
import { authoriseLine } from './commands/authorise-line.ts'
import { closeLine } from './commands/close-line.ts'
import { issueReceipt } from './commands/issue-receipt.ts'
import { joinCase } from './commands/join-case.ts'
import { openCase } from './commands/open-case.ts'
import { recordLine } from './commands/record-line.ts'
import { refuseLine } from './commands/refuse-line.ts'
import { reopenLine } from './commands/reopen-line.ts'
import { sendLine } from './commands/send-line.ts'
import { setDeadline } from './commands/set-deadline.ts'
import { takeLine } from './commands/take-line.ts'
import { undoClose } from './commands/undo-close.ts'
import type { Intake } from './intake-deps.ts'
import { getLine } from './queries/get-line.ts'
import { listDay } from './queries/list-day.ts'
import { listOpen } from './queries/list-open.ts'
import { listPost } from './queries/list-post.ts'
import { listTransfers } from './queries/list-transfers.ts'

const params = shapes.lineParams

export function registerRoutes(intake: Intake): readonly Route[] {
  return [...readingRoutes(intake), ...handlingRoutes(intake), ...sendingRoutes(intake)]
}

function readingRoutes(intake: Intake): readonly Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/register',
      summary: 'Day book of a unit: what was taken down on a day, by number',
      query: shapes.dayQuery,
      response: shapes.lineListSchema.extend({ date: z.iso.date(), unitId: z.uuid() }),
      ask: listDay(intake),
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/register/open',
      summary: 'Open lines of a unit: all, the head’s tray, or one’s own',
      query: shapes.openQuery,
      response: shapes.lineListSchema,
      ask: listOpen,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/register/post',
      summary: 'Open post of a unit by deadline, overdue first',
      query: shapes.postQuery,
      response: shapes.lineListSchema,
      ask: listPost,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/register/transfers',
      summary: 'Lines that other units sent here and wait to hear about',
      query: shapes.unitQuery,
      response: shapes.transferListSchema,
      ask: listTransfers,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/register/:id',
      summary: 'One line with its story and what can be done with it',
      params,
      response: shapes.lineSchema,
      ask: getLine(intake),
      input: ({ params: { id } }) => ({ lineId: id }),
    }),
  ]
}

function handlingRoutes(intake: Intake): readonly Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/register',
      summary: 'Takes down who came or what arrived, under the next number',
      status: 201,
      body: shapes.recordLineBody,
      response: shapes.recordedLineSchema,
      command: recordLine(intake),
      input: ({ body }) => body,
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/entries',
      summary: 'Adds to a line, or corrects it by an addition',
      status: 201,
      params,
      body: shapes.addEntryBody,
      response: shapes.addedEntrySchema,
      command: addEntry,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/assign',
      summary: 'Gives a line to an officer, or back to the head’s tray',
      params,
      body: shapes.assignBody,
      response: shapes.lineRefSchema,
      command: assignLine,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/take',
      summary: 'Takes a line out of the tray for oneself',
      params,
      body: shapes.takeBody,
      response: shapes.lineRefSchema,
      command: takeLine,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/deadline',
      summary: 'Sets or moves the deadline of a line, and reminders',
      params,
      body: shapes.deadlineBody,
      response: shapes.lineRefSchema,
      command: setDeadline,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/close',
      summary: 'Closes a line with a reason',
      params,
      body: shapes.closeBody,
      response: shapes.lineRefSchema,
      command: closeLine,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/undo-close',
      summary: 'Takes one’s own closing back within ten minutes',
      params,
      body: shapes.takeBody,
      response: shapes.lineRefSchema,
      command: undoClose,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/reopen',
      summary: 'Reopens a closed line',
      params,
      body: shapes.reopenBody,
      response: shapes.lineRefSchema,
      command: reopenLine,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/answer',
      summary: 'Notes the answer to a letter, which ends its line',
      params,
      body: shapes.answerBody,
      response: shapes.lineRefSchema,
      command: answerLine,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/authorisation',
      summary: 'Takes down the prosecutor’s decision on an anonymous denunciation',
      params,
      body: shapes.authoriseBody,
      response: shapes.lineRefSchema,
      command: authoriseLine,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/case',
      summary: 'A line becomes a case',
      status: 201,
      params,
      body: shapes.openCaseBody,
      response: shapes.openedCaseSchema,
      command: openCase(intake),
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/join',
      summary: 'A line joins a case that exists',
      params,
      body: shapes.joinCaseBody,
      response: shapes.joinedCaseSchema,
      command: joinCase(intake),
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/:id/receipts',
      summary: 'Issues a new receipt; the code of the one before ends',
      status: 201,
      params,
      response: shapes.receiptSchema,
      command: issueReceipt(intake),
      input: ({ params: { id } }) => ({ lineId: id }),
    }),
  ]
}

function sendingRoutes(intake: Intake): readonly Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/register/:id/send',
      summary: 'Offers a line to another unit',
      params,
      body: shapes.sendBody,
      response: shapes.sentSchema,
      command: sendLine,
      input: ({ params: { id }, body }) => ({ ...body, lineId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/transfers/:id/accept',
      summary: 'Takes a line that another unit sent, under a number of its own',
      status: 201,
      params: shapes.transferParams,
      body: shapes.acceptBody,
      response: shapes.lineRefSchema,
      command: acceptLine(intake),
      input: ({ params: { id }, body }) => ({ ...body, transferId: id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/register/transfers/:id/refuse',
      summary: 'Returns a line to the unit that sent it, with a reason',
      params: shapes.transferParams,
      body: shapes.refuseBody,
      response: shapes.refusedSchema,
      command: refuseLine,
      input: ({ params: { id }, body }) => ({ ...body, transferId: id }),
    }),
  ]
}
