import { z } from 'zod'
import { caseChangedSchema } from '#contracts/casework/case.ts'
import { answerTransferBody, transferCaseBody } from '#contracts/casework/transfers.ts'
import { type Route, commandRoute } from '#platform/http/route.ts'
import { answerTransfer, transferCase, withdrawTransfer } from './commands/transfer-case.ts'
import type { CaseworkDeps } from './casework-deps.ts'

const params = z.object({ id: z.uuid() })

export function transferRoutes({ law }: CaseworkDeps): readonly Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/cases/:id/transfer',
      summary: 'Offer a case to another unit',
      params,
      body: transferCaseBody,
      command: transferCase,
      response: caseChangedSchema,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/transfer/withdrawal',
      summary: 'Withdraw the offer',
      params,
      command: withdrawTransfer,
      response: caseChangedSchema,
      input: (request) => ({ id: request.params.id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/transfer/answer',
      summary: 'Accept or refuse a case offered to one’s unit',
      params,
      body: answerTransferBody,
      command: answerTransfer(law),
      response: z.object({ id: z.uuid(), reference: z.string() }),
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
  ]
}
