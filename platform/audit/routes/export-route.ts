import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock } from '#platform/clock.ts'
import { inputError } from '#platform/commands/input-error.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import { type Caller, defineQuery } from '#platform/commands/types.ts'
import { type Route, rawRoute } from '#platform/http/route.ts'
import type { Vault } from '#platform/keys/vault.ts'
import { auditErrors } from '../audit-errors.ts'
import { subjectId, subjectType } from '../queries/list-events.ts'
import { theLog } from '../audit-tables.ts'
import { type ExportOptions, type ExportScope, type WithLog, planExport, writeExport } from '../export/write-export.ts'

export interface ExportDeps {
  readonly kernel: Kernel
  readonly vault: Vault
  readonly clock: Clock
  readonly origin: string
}

const place = z.coerce.number().int().nonnegative()
const wanted = z.strictObject({
  from: place.optional(),
  to: place.optional(),
  subjectType: subjectType.optional(),
  subjectId: subjectId.optional(),
  since: place.optional(),
  reason: z.string().trim().min(3).max(500).optional(),
})

const recordExport = defineQuery({
  type: 'log.export',
  permission: 'audit.export',
  input: wanted.extend({ hasPurpose: z.boolean() }),
  recorded: true,
  execute: (_tx, { hasPurpose, reason, ...asked }) => {
    if (!hasPurpose && reason === undefined) throw auditErrors.fail('AUDIT_REASON_NEEDED')
    const scope = scopeOf(asked)
    const access = {
      type: 'log.exported',
      subjects: [theLog, ...(scope.type === 'subject' ? [scope.subject] : [])],
      ...(hasPurpose ? {} : { purpose: { kind: 'reason' as const } }),
      codes: { scope: scope.type, by: 'request' },
      detail: { reason, from: asked.from, to: asked.to },
    }
    return Promise.resolve({ result: null, access })
  },
})

type Work = (db: Kysely<unknown>) => Promise<unknown>

// Each batch is read in a transaction of the inspector's own: what is beyond that reach stays out of the file.
const readBatch = defineQuery({
  type: 'log.export-batch',
  permission: 'audit.export',
  input: z.strictObject({ work: z.custom<Work>((value) => typeof value === 'function') }),
  recorded: false,
  execute: async (tx, { work }) => ({ result: await work(tx.tables()) }),
})

/** The export for an inspector, streamed; it is verified with `daira audit verify`. */
export function exportRoute({ kernel, vault, clock, origin }: ExportDeps): Route {
  return rawRoute({
    method: 'GET',
    url: '/audit/export',
    summary: 'Entries of the log with their proofs, as a bundle for the offline verifier (JSON lines)',
    permission: 'audit.export',
    query: wanted,
    handle: async (_request, reply, { query, caller, purpose }) => {
      const asked = wanted.parse(query)
      const hasPurpose = purpose !== undefined
      await kernel.ask(recordExport, caller, { ...asked, hasPurpose }, purpose)
      const options: ExportOptions = {
        origin,
        scope: scopeOf(asked),
        withLog: throughKernel(kernel, caller),
        vault,
        seesAll: false,
        clock,
        ...(asked.since === undefined ? {} : { since: [asked.since] }),
      }
      const plan = await planExport(options)
      if (!plan) throw auditErrors.fail('AUDIT_LOG_EMPTY')
      return reply
        .type('application/jsonl; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit.jsonl"')
        .send(Readable.from(withNewlines(writeExport(options, plan))))
    },
  })
}

function throughKernel(kernel: Kernel, caller: Caller): WithLog {
  // What the work answers is handed through the query unchanged.
  return async <R>(work: (db: Kysely<unknown>) => Promise<R>) => (await kernel.ask(readBatch, caller, { work })) as R
}

async function* withNewlines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

function scopeOf(asked: {
  readonly subjectType?: string | undefined
  readonly subjectId?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}): ExportScope {
  const { subjectType: type, subjectId: id, from, to } = asked
  if (type !== undefined && id !== undefined) return { type: 'subject', subject: { type, id } }
  if (type !== undefined || id !== undefined) throw inputError(['subjectType', 'subjectId'])
  if (from === undefined && to === undefined) return { type: 'all' }
  return { type: 'range', from: from ?? 0, to: to ?? Number.MAX_SAFE_INTEGER }
}
