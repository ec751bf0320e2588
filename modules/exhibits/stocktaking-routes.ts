import { z } from 'zod'
import {
  addScansBody,
  closeStocktakingBody,
  listStocktakingsQuery,
  openStocktakingBody,
  scanTakenBackSchema,
  scansAddedSchema,
  stocktakingClosedSchema,
  stocktakingListSchema,
  stocktakingOpenedSchema,
  stocktakingSchema,
} from '#contracts/exhibits/stocktaking.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { addScans } from './commands/add-scans.ts'
import { closeStocktaking } from './commands/close-stocktaking.ts'
import { openStocktaking } from './commands/open-stocktaking.ts'
import { takeBackScan } from './commands/take-back-scan.ts'
import { listStocktakings, readStocktaking } from './queries/read-stocktaking.ts'

const byId = z.strictObject({ id: z.uuid() })

export function stocktakingRoutes(): readonly Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/exhibit-stocktakings',
      summary: 'Open a place for counting',
      status: 201,
      body: openStocktakingBody,
      response: stocktakingOpenedSchema,
      command: openStocktaking,
      input: ({ body }) => body,
    }),
    queryRoute({
      method: 'GET',
      url: '/exhibit-stocktakings',
      summary: 'Counts, newest first',
      query: listStocktakingsQuery,
      response: stocktakingListSchema,
      ask: listStocktakings,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/exhibit-stocktakings/:id',
      summary: 'A count with what is there and what differs',
      params: byId,
      response: stocktakingSchema,
      ask: readStocktaking,
      input: ({ params }) => params,
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibit-stocktakings/:id/scans',
      summary: 'Add scanned labels to a count',
      status: 201,
      params: byId,
      body: addScansBody,
      response: scansAddedSchema,
      command: addScans,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibit-stocktakings/:id/scans/:scanId/taken-back',
      summary: 'Take a wrong scan back while the count is open; it stays on record',
      status: 201,
      params: z.strictObject({ id: z.uuid(), scanId: z.uuid() }),
      response: scanTakenBackSchema,
      command: takeBackScan,
      input: ({ params }) => params,
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibit-stocktakings/:id/closure',
      summary: 'Close a count by two persons; what differs becomes tasks and a notice',
      params: byId,
      body: closeStocktakingBody,
      response: stocktakingClosedSchema,
      command: closeStocktaking,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
  ]
}
