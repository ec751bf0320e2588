import { z } from 'zod'
import { preferences } from '../preferences.ts'
import { ApiFailure, LineDown } from './api-failure.ts'
import { gate, gateOpen } from './gate.ts'
import { setOnline } from './line.ts'
import { askProof } from './proof.ts'
import { learnServerTime } from './server-clock.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type QueryValues = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Call {
  readonly method: Method
  /** Below /api. */
  readonly path: string
  readonly query?: QueryValues | undefined
  readonly body?: unknown
  readonly key?: string | undefined
  /** Who gave it, and when where that was not now. */
  readonly from?: { readonly officerId: string; readonly occurredAt?: string | undefined }
  /** The work in hand, as `case:<id>`. */
  readonly purpose?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Sign-in and unlock pass a shut gate, what was typed passes a locked one; everything else waits before it. */
  readonly passesGate?: boolean | 'while-locked'
}

const failureBody = z.object({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  correlationId: z.string(),
})

/** One request. Throws ApiFailure for an answer that says no, LineDown where none came. */
export async function call(request: Call): Promise<Response> {
  for (;;) {
    if (!passes(request)) await gateOpen()
    const response = await reach(request)
    if (response.ok) return response
    const failure = await failureOf(response)
    if (failure.code === 'STEP_UP_NEEDED' && request.passesGate !== true && (await askProof())) continue
    if (request.passesGate === true || !shuts(failure)) throw failure
    gate.set(failure.status === 423 ? 'locked' : 'ended')
    // The server has locked out even this: it waits like everything else.
    await gateOpen()
  }
}

const passes = ({ passesGate }: Call): boolean =>
  passesGate === true || (passesGate === 'while-locked' && gate.get() === 'locked')

/** One request whose answer is JSON of a known shape. */
export async function callFor<T extends z.ZodType>(request: Call, schema: T): Promise<z.output<T>> {
  const response = await call(request)
  return schema.parse(response.status === 204 ? undefined : await response.json())
}

export function addressOf(path: string, query: QueryValues = {}): string {
  const values = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  return `/api${path}${values.length > 0 ? `?${new URLSearchParams(values).toString()}` : ''}`
}

async function reach(request: Call): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': preferences.get().locale }
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  if (request.key !== undefined) headers['idempotency-key'] = request.key
  if (request.from !== undefined) headers['x-officer'] = request.from.officerId
  if (request.from?.occurredAt !== undefined) headers['x-occurred-at'] = request.from.occurredAt
  if (request.purpose !== undefined) headers['x-purpose'] = request.purpose
  try {
    const response = await fetch(addressOf(request.path, request.query), {
      method: request.method,
      headers,
      credentials: 'same-origin',
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    })
    // A proxy in front of a server that is down answers for it.
    if (response.status === 502 || response.status === 504) throw new LineDown('no server behind the proxy')
    setOnline(true)
    learnServerTime(response.headers.get('date'))
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    setOnline(false)
    throw error instanceof LineDown ? error : new LineDown('no answer', { cause: error })
  }
}

function shuts(failure: ApiFailure): boolean {
  return failure.code === 'SIGN_IN_NEEDED' || failure.code === 'DESK_LOCKED'
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const parsed = failureBody.safeParse(await response.json().catch(() => undefined))
  return new ApiFailure(
    response.status,
    parsed.data ?? { code: 'UNEXPECTED', message: `HTTP ${response.status}`, params: {}, correlationId: '' },
  )
}
