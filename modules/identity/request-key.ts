import type { FastifyRequest } from 'fastify'
import { platformErrors } from '#platform/errors/platform-errors.ts'

/** The command's key, for raw routes; the server takes it itself for all others. */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') throw platformErrors.fail('IDEMPOTENCY_KEY_MISSING')
  return key
}
