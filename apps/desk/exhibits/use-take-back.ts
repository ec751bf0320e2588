import { scanTakenBackSchema } from '#contracts/exhibits/stocktaking.ts'
import { useCommand } from '../api/commands.ts'

/** Takes a scan of an open count back, by its id. */
export const useTakeBack = (countId: string) =>
  useCommand(
    {
      path: (scanId: string) => `/exhibit-stocktakings/${countId}/scans/${scanId}/taken-back`,
      body: () => ({}),
      answer: scanTakenBackSchema,
    },
    { refresh: [[`/exhibit-stocktakings/${countId}`]] },
  )
