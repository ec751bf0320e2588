import type { FastifyRequest } from 'fastify'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { browserName } from './domain/browser-name.ts'
import type { Desk } from './session-opening.ts'

/** The command's key, for raw routes; the server takes it itself for all others. */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') throw platformErrors.fail('IDEMPOTENCY_KEY_MISSING')
  return key
}

/** Where a sign-in comes from. */
export function deskOf(request: FastifyRequest): Desk {
  return { address: request.ip.slice(0, 64), browser: browserName(request.headers['user-agent']) }
}
