import type { Kysely } from 'kysely'
import { z } from 'zod'
import { inputError } from '#platform/commands/input-error.ts'
import { type Route, rawRoute } from '#platform/http/route.ts'
import { auditErrors } from '../audit-errors.ts'
import { databaseNodes } from '../database-nodes.ts'
import { findNewestCheckpoint } from '../export/log-reader.ts'
import { consistencyProof, toBase64 } from '../log/index.ts'

const sizes = z.strictObject({
  from: z.coerce.number().int().nonnegative(),
  to: z.coerce.number().int().nonnegative(),
})

const consistency = z.object({ from: z.int(), to: z.int(), proof: z.array(z.string()) })

/** What anybody may have of the log: its signed size and root, and that it only ever grew. Hashes; nothing of what they stand for. */
export function publicLogRoutes(db: Kysely<unknown>): Route[] {
  return [
    rawRoute({
      method: 'GET',
      url: '/log/checkpoint',
      summary:
        'The newest checkpoint of the log: a signed note with the cosignatures of its witnesses (C2SP tlog-checkpoint)',
      permission: 'public',
      handle: async (_request, reply) => {
        const newest = await findNewestCheckpoint(db)
        if (!newest) throw auditErrors.fail('AUDIT_LOG_EMPTY')
        return reply.type('text/plain; charset=utf-8').send(newest.note)
      },
    }),
    rawRoute({
      method: 'GET',
      url: '/log/consistency',
      summary: 'Proof that the log of one size is the beginning of the log of a later size (RFC 9162, 2.1.4)',
      permission: 'public',
      query: sizes,
      response: consistency,
      handle: async (_request, reply, context) => {
        const { from, to } = sizes.parse(context.query)
        const newest = await findNewestCheckpoint(db)
        if (from > to) throw inputError(['from', 'to'])
        // What is not signed yet may still be lost with the machine; nothing is proven of it.
        if (to > (newest?.size ?? 0)) throw inputError(['to'])
        const proof = await consistencyProof(databaseNodes(db), from, to)
        return reply.send({ from, to, proof: proof.map(toBase64) })
      },
    }),
  ]
}
