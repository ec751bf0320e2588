import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { runLimit } from '../commands/propose-destruction.ts'
import { type RetentionBook, findDue, getRule, isSure } from '../find-due.ts'

export const dueList = z.object({
  rule: z.string(),
  recordType: z.string(),
  keep: z.string(),
  from: z.string(),
  article: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  /** False where nothing may be proposed under the rule. */
  sure: z.boolean(),
  items: z.array(
    z.object({
      id: z.uuid(),
      unitId: z.uuid().nullable(),
      startsAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
    }),
  ),
})

/** The dry run: what is due under a rule and why. Changes nothing. */
export function listDue(book: RetentionBook) {
  return defineQuery({
    type: 'retention.list-due',
    permission: 'retention.read',
    input: z.strictObject({
      rule: z.string().max(100),
      limit: z.coerce.number().int().min(1).max(runLimit).default(100),
    }),
    recorded: false,
    execute: async (tx, { rule: code, limit }) => {
      const { rule, handler } = getRule(book, code)
      const due = await findDue(tx, { rule, handler }, limit)
      const { recordType, keep, from, article, confidence } = rule
      return {
        result: {
          rule: code,
          recordType,
          keep,
          from,
          article,
          confidence,
          sure: isSure(rule, tx.now),
          items: due.map((record) => ({
            id: record.id,
            unitId: record.unitId,
            startsAt: record.startsAt.toISOString(),
            dueAt: record.dueAt.toISOString(),
          })),
        },
      }
    },
  })
}
