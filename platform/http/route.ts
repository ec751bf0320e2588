import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Caller, Command, Purpose, Query } from '#platform/commands/types.ts'
import type { Locale } from '#platform/i18n/text.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What of a request a route may use. Bodies and parameters have been parsed by the route's schemas. */
export interface RouteRequest<P = unknown, Q = unknown, B = unknown> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly caller: Caller
  readonly locale: Locale
  /** The work in hand as the client names it (header `X-Purpose: case:<id>`); checked by the module that knows it. */
  readonly purpose: Purpose | undefined
}

interface RouteBase {
  readonly method: Method
  readonly url: string
  readonly summary: string
  readonly status?: 200 | 201 | 204
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly response?: z.ZodType
}

export interface CommandRoute extends RouteBase {
  readonly kind: 'command'
  readonly permission: string
  readonly command: Command<z.ZodType, unknown>
  readonly input: (request: RouteRequest) => unknown
}

export interface QueryRoute extends RouteBase {
  readonly kind: 'query'
  readonly permission: string
  readonly ask: Query<z.ZodType, unknown>
  readonly input: (request: RouteRequest) => unknown
}

/** For what is no JSON: uploads, downloads, streams, cookies. It still names its permission or says `public`. */
export interface RawRoute extends RouteBase {
  readonly kind: 'raw'
  readonly permission: string
  readonly handle: (request: FastifyRequest, reply: FastifyReply, context: RouteRequest) => Promise<unknown>
}

export type Route = CommandRoute | QueryRoute | RawRoute

type Schema = z.ZodType | undefined
type Parsed<T extends Schema> = T extends z.ZodType ? z.output<T> : undefined

/** A route as it is written: what it takes from the request is typed by its own schemas. */
type Written<I extends z.ZodType, P extends Schema, Q extends Schema, B extends Schema> = Omit<
  RouteBase,
  'params' | 'query' | 'body'
> & {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly input: (request: RouteRequest<Parsed<P>, Parsed<Q>, Parsed<B>>) => z.input<I>
}

/** A route that carries out a command; its permission is the command's. The request brings an `Idempotency-Key`. */
export function commandRoute<
  I extends z.ZodType,
  R,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(route: Written<I, P, Q, B> & { readonly command: Command<I, R> }): CommandRoute {
  return { ...route, kind: 'command', permission: route.command.permission } as unknown as CommandRoute
}

/** A route that answers a query; its permission is the query's. */
export function queryRoute<
  I extends z.ZodType,
  R,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(route: Written<I, P, Q, B> & { readonly ask: Query<I, R> }): QueryRoute {
  return { ...route, kind: 'query', permission: route.ask.permission } as unknown as QueryRoute
}

export function rawRoute(route: Omit<RawRoute, 'kind'>): RawRoute {
  return { ...route, kind: 'raw' }
}
