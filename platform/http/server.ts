import { createHash, randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Kernel } from '#platform/commands/kernel.ts'
import { inputError } from '#platform/commands/input-error.ts'
import type { Caller, FromAfar, Purpose } from '#platform/commands/types.ts'
import { AppError, type ErrorTable } from '#platform/errors/app-error.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { localeFrom } from '#platform/i18n/text.ts'
import { validate as isUuid } from 'uuid'
import { z } from 'zod'
import { describeRoute } from './describe-route.ts'
import { answerError, errorAnswerSchema } from './error-answer.ts'
import { doorLimit, harden } from './harden.ts'
import type { assemble } from './module.ts'
import type { Route, RouteRequest } from './route.ts'

export const sessionCookie = 'daira_session'

/** The name of the session's cookie. Over TLS a browser takes it from this host alone, and no other host can set it. */
export const sessionCookieOver = (tls: boolean): string => (tls ? `__Host-${sessionCookie}` : sessionCookie)

// A piece of an upload: large enough for a fast line, small enough to be sent again on a bad one.
const pieceLimit = 8 * 1024 * 1024

export interface ServerOptions {
  readonly kernel: Kernel
  readonly assembled: ReturnType<typeof assemble>
  readonly version: string
  readonly log?: FastifyServerOptions['logger']
  readonly https?: { readonly key: string; readonly cert: string }
  /** Called for what is not the fault of the request; gets the correlation id that the answer carries. */
  readonly onUnexpected?: (error: unknown, correlationId: string) => void
}

/** Builds the HTTP server: every route of every module behind its permission, errors in one form, OpenAPI at /api/openapi.json. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const errors: ErrorTable = { ...platformErrors.table, ...options.assembled.errors }
  const base: FastifyServerOptions = {
    logger: options.log ?? false,
    genReqId: () => randomUUID(),
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    // What the router itself refuses (an address it cannot read) is answered in the one form too.
    frameworkErrors: (_error, request, reply) => {
      const locale = localeFrom(request.headers['accept-language'])
      const answer = answerError(platformErrors.fail('NOT_FOUND'), errors, locale, request.id)
      // Fastify types this reply by no route's schema at all.
      void (reply as unknown as FastifyReply).status(answer.status).send(answer.body)
    },
    // A precinct's line may be slow; a request that never ends must not hold a place for ever.
    requestTimeout: 120_000,
  }
  const app: FastifyInstance = options.https
    ? (Fastify({ ...base, https: options.https } as FastifyServerOptions) as FastifyInstance)
    : Fastify(base)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const overTls = Boolean(options.https)
  await app.register(cookie)
  await harden(app, { overTls })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Daira', version: options.version } },
    transform: describeRoute,
  })
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: pieceLimit },
    (_request, body, done) => done(null, body),
  )
  app.setErrorHandler((error, request, reply) => {
    const known = asAppError(error)
    // What only the second wall caught is answered as a refusal and told as a fault: the first should have caught it.
    if (!known || isDatabaseRefusal(error)) options.onUnexpected?.(error, request.id)
    const answer = answerError(known, errors, localeFrom(request.headers['accept-language']), request.id)
    if (answer.status === 429 || answer.status === 503) void reply.header('retry-after', '2')
    return reply.status(answer.status).send(answer.body)
  })
  app.setNotFoundHandler((request, reply) => {
    const answer = answerError(
      platformErrors.fail('NOT_FOUND'),
      errors,
      localeFrom(request.headers['accept-language']),
      request.id,
    )
    return reply.status(404).send(answer.body)
  })
  const sessionName = sessionCookieOver(overTls)
  for (const route of options.assembled.routes) register(app, options.kernel, route, sessionName)
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  return app
}

function register(app: FastifyInstance, kernel: Kernel, route: Route, sessionName: string): void {
  const status = route.status ?? 200
  app.route({
    method: route.method,
    url: `/api${route.url}`,
    config: { permission: route.permission, ...(isOpen(route) && route.method !== 'GET' ? doorLimit : {}) },
    // Before the body is read: who has no session sends us nothing to read.
    onRequest: async (request) => {
      if (!isOpen(route) && !request.cookies[sessionName]) throw platformErrors.fail('SIGN_IN_NEEDED')
    },
    schema: {
      summary: route.summary,
      description: `Permission: \`${route.permission}\``,
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      response: {
        [status]: route.response ?? z.null().describe(status === 204 ? 'Done; nothing to say' : 'Not JSON'),
        '4xx': errorAnswerSchema,
        '5xx': errorAnswerSchema,
      },
    },
    handler: async (request, reply) => {
      const context = contextOf(request, route, sessionName)
      switch (route.kind) {
        case 'command': {
          const key = request.headers['idempotency-key']
          if (typeof key !== 'string') throw platformErrors.fail('IDEMPOTENCY_KEY_MISSING')
          const result = await kernel.run(route.command, context.caller, key, route.input(context), afarOf(request))
          return reply.status(status).send(result)
        }
        case 'query':
          return reply
            .status(status)
            .send(await kernel.ask(route.ask, context.caller, route.input(context), context.purpose))
        case 'raw':
          return route.handle(request, reply, context)
      }
    },
  })
}

function contextOf(request: FastifyRequest, route: Route, sessionName: string): RouteRequest {
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    caller: callerOf(request, route, sessionName),
    locale: localeFrom(request.headers['accept-language']),
    purpose: purposeOf(request.headers['x-purpose']),
  }
}

const isOpen = (route: Route): boolean => route.permission === 'session.open' || route.permission === 'public'

function callerOf(request: FastifyRequest, route: Route, sessionName: string): Caller {
  const token = request.cookies[sessionName]
  if (isOpen(route)) return { kind: 'door' }
  if (!token) throw platformErrors.fail('SIGN_IN_NEEDED')
  return { kind: 'session', tokenHash: hashToken(token) }
}

/** What the database keeps of a session's token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

const purposeKinds = ['case', 'register', 'call', 'custody', 'request', 'duty'] as const

function purposeOf(header: string | string[] | undefined): Purpose | undefined {
  if (header === undefined) return undefined
  const [kind, id, ...rest] = String(header).split(':')
  const known = purposeKinds.find((each) => each === kind)
  if (!known || id === undefined || !isUuid(id) || rest.length > 0) throw inputError(['X-Purpose'])
  return { kind: known, id: id.toLowerCase() }
}

// X-Occurred-At: when it was given, as an instant; X-Officer: by whom.
function afarOf({ headers }: FastifyRequest): FromAfar {
  const occurredAt = headers['x-occurred-at']
  const officerId = headers['x-officer']
  if (occurredAt !== undefined && !z.iso.datetime().safeParse(occurredAt).success) throw inputError(['X-Occurred-At'])
  if (officerId !== undefined && !isUuid(officerId)) throw inputError(['X-Officer'])
  return {
    ...(typeof occurredAt === 'string' ? { occurredAt: new Date(occurredAt) } : {}),
    ...(typeof officerId === 'string' ? { officerId } : {}),
  }
}

const unavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08001',
  '08003',
  '08006',
  '53300',
])

function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    return inputError(
      error.validation.map(
        (issue) => issue.instancePath.slice(1).replaceAll('/', '.') || error.validationContext || 'body',
      ),
    )
  }
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (
    unavailable.has(code) ||
    /timeout exceeded when trying to connect|Connection terminated|encountered a connection error/.test(error.message)
  ) {
    return platformErrors.fail('TEMPORARILY_UNAVAILABLE')
  }
  const refused = asRefusalOfTheDatabase(error, code)
  if (refused) return refused
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return platformErrors.fail('BODY_TOO_LARGE')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return platformErrors.fail('MEDIA_TYPE_UNSUPPORTED')
  const status = 'statusCode' in error ? Number(error.statusCode) : 500
  if (status >= 400 && status < 500) return platformErrors.fail('BODY_UNREADABLE')
  return undefined
}

// What a command did not see and the second wall did.
function asRefusalOfTheDatabase(error: Error, code: string): AppError | undefined {
  const constraint = 'constraint' in error ? String(error.constraint) : ''
  switch (code) {
    case '23503':
      return platformErrors.fail('REFERENCE_UNKNOWN', { reference: constraint.replace(/_fk$/, '') })
    case '23505':
      return platformErrors.fail('ALREADY_THERE')
    case '42501':
      return platformErrors.fail('NOT_PERMITTED')
    default:
      return undefined
  }
}

function isDatabaseRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501'
}
