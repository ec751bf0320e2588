import type { Tx } from '#platform/commands/types.ts'
import { inputError } from '#platform/commands/input-error.ts'
import { keepUntil, latestStart } from './domain/keep-until.ts'
import type { RetentionData, RetentionRule } from './domain/retention-rules.ts'
import type { RetentionHandler, StartedRecord } from './retention-handler.ts'

export interface DueRecord extends StartedRecord {
  readonly dueAt: Date
}

/** The country's rules with the modules that know their records. */
export interface RetentionBook {
  readonly version: string
  readonly rules: readonly RetentionRule[]
  handlerOf(rule: RetentionRule): RetentionHandler | undefined
}

/** Ties rules to handlers. Throws where a handler is there and does not know the event from which a rule counts. */
export function createRetentionBook(data: RetentionData, handlers: readonly RetentionHandler[]): RetentionBook {
  const byType = new Map(handlers.map((handler) => [handler.recordType, handler]))
  for (const rule of data.rules) {
    const handler = byType.get(rule.recordType)
    if (handler && !handler.starts.includes(rule.from))
      throw new Error(`retention rule ${rule.code} counts from ${rule.from}, which ${rule.recordType} does not know`)
  }
  return { version: data.version, rules: data.rules, handlerOf: (rule) => byType.get(rule.recordType) }
}

export function getRule(book: RetentionBook, code: string): { rule: RetentionRule; handler: RetentionHandler } {
  const rule = book.rules.find((each) => each.code === code)
  const handler = rule && book.handlerOf(rule)
  if (!handler) throw inputError(['rule'])
  return { rule, handler }
}

/** True where the rule may carry a destruction: somebody is sure of it, and it is in force. */
export function isSure(rule: RetentionRule, now: Date): boolean {
  const today = now.toISOString().slice(0, 10)
  return rule.confidence === 'high' && rule.validFrom <= today && (rule.validTo === null || today < rule.validTo)
}

/** Records whose time is over under a rule, the longest ended first. */
export async function findDue(
  tx: Tx,
  { rule, handler }: { readonly rule: RetentionRule; readonly handler: RetentionHandler },
  limit: number,
  among?: readonly string[],
): Promise<DueRecord[]> {
  const startedBefore = latestStart(tx.now, rule.keep)
  const query = { from: rule.from, startedBefore, limit, ...(among ? { among } : {}) }
  const started = await handler.findStarted(tx, query)
  return started
    .map((record) => ({ ...record, dueAt: keepUntil(record.startsAt, rule.keep) }))
    .filter((record) => record.dueAt <= tx.now)
    .slice(0, limit)
}
