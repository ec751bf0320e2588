import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { inputError } from '#platform/commands/input-error.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'

/**
 * Requests a minute from one address to what is open without a session and costs a password's hash. A precinct of two
 * hundred may sit behind one address at the change of shifts; guessing on one account is stopped by its own lock.
 */
const requestsAtTheDoor = 300

/** What a browser may do with our answers, and how often anybody may knock. */
export async function harden(app: FastifyInstance, { overTls }: { readonly overTls: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // A PV is shown in the page from bytes that the page fetched.
        frameSrc: ["'self'", 'blob:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
      },
    },
    strictTransportSecurity: overTls && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    // The desk's own pages read labels of exhibits by the camera; nobody else's page may ask for it.
    void reply.header('permissions-policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()')
    // Errors and refusals too: what was refused says something as well.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
  })
  app.addHook('preValidation', async (request) => {
    if (isDeeper(request.body, deepest)) throw inputError(['body'])
  })
  // JSON, or bytes where a route takes them. What a foreign page can send without asking first is not read.
  app.removeContentTypeParser('text/plain')
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => platformErrors.fail('TOO_MANY_REQUESTS'),
  })
}

// The checks of a recursive schema follow the body down; nothing of ours goes half as deep.
const deepest = 60

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1))
}

/** For the routes that are open without a session and do work. */
export const doorLimit = { rateLimit: { max: requestsAtTheDoor, timeWindow: 60_000 } } as const
