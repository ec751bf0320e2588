import fc from 'fast-check'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type Resolve, valueOf } from './arbitrary.ts'
import { type FuzzFault, causeIn, createFaultLog } from './faults.ts'
import { type Harvest, createHarvest } from './harvest.ts'
import { mutated } from './mutate.ts'
import {
  type Method,
  type OpenApi,
  type Operation,
  nameOf,
  operationsOf,
  resolverOf,
  responseChecker,
} from './openapi.ts'

export interface FuzzReport {
  readonly calls: number
  readonly operations: number
  readonly names: readonly string[]
  /** Operations that answered 2xx at least once. */
  readonly succeeded: ReadonlySet<string>
  /** Of these, the ones that did so to a request which was made up or changed at random. */
  readonly succeededAtRandom: ReadonlySet<string>
  /** Of those a scene asked for and never got: the last refusal. */
  readonly refusals: ReadonlyMap<string, string>
  /** How many answers there were of each status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly faults: readonly FuzzFault[]
}

export interface FuzzRequest {
  readonly method: Method
  readonly url: string
  readonly body?: unknown
}

/** Somebody who sends requests: an officer with a session, or nobody yet. */
export interface Client {
  request(request: FuzzRequest): Promise<LightMyRequestResponse>
}

/** What a scene asks for: right as far as the scene knows. A body may be made at the last moment, as versions move. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Requests made from this one by changing one thing come before it, unless they would spoil it. */
  readonly mutants?: 'before' | 'after' | 'none'
}

/** Sends what is asked and what is nearly that; gives the answer to what was asked. */
export type Play = (
  who: Client,
  operation: string,
  asked?: Asked | (() => Promise<Asked>),
) => Promise<LightMyRequestResponse>

/** A piece of an officer's life: requests in an order that makes sense, each built from the answers before it. */
export interface Scene {
  readonly name: string
  play(play: Play, round: number): Promise<void>
}

export interface FuzzOptions {
  readonly http: FastifyInstance
  readonly clients: readonly Client[]
  /** How often every operation is called with what its description allows, knowing nothing else. */
  readonly rounds: number
  readonly scenes?: readonly Scene[]
  readonly sceneRounds?: number
  /** Changed requests for each one of a scene. */
  readonly mutants?: number
  readonly seed: number
  /** Operations that are not called blindly, with the reason; each must exist. */
  readonly leftOut: Readonly<Record<string, string>>
  /** Values to begin with, by field name. */
  readonly known: Readonly<Record<string, readonly unknown[]>>
  readonly spare?: (name: string, value: unknown) => boolean
  /** The error behind an answer, by its correlation id, where the server told of one. */
  readonly causeOf?: (correlationId: string) => unknown
  /** Milliseconds after which an operation is said not to answer. */
  readonly patience?: number
}

/** Calls every operation with what its description allows and what it does not. Never stops at the first fault. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const document = options.http.swagger() as unknown as OpenApi
  const all = new Map(operationsOf(document).map((operation) => [nameOf(operation), operation]))
  const missing = Object.keys(options.leftOut).filter((name) => !all.has(name))
  if (missing.length > 0) throw new Error(`left out of the fuzzing and not there: ${missing.join(', ')}`)
  const resolve = resolverOf(document)
  const check = responseChecker(document)
  const seen = createHarvest(options.known, options.spare)
  const faults = createFaultLog()
  const succeeded = new Set<string>()
  const succeededAtRandom = new Set<string>()
  const refusals = new Map<string, string>()
  const statuses: Record<string, number> = {}
  let calls = 0
  const seedNow = (): number => options.seed + calls * 7919

  const send = async (
    client: Client,
    operation: Operation,
    request: FuzzRequest,
    atRandom: boolean,
  ): Promise<LightMyRequestResponse | undefined> => {
    calls += 1
    const example = `${request.url.slice(0, 200)} ${JSON.stringify(request.body)?.slice(0, 400) ?? ''}`
    let answer: LightMyRequestResponse
    try {
      answer = await within(options.patience ?? 5_000, client.request(request))
    } catch (error) {
      faults.note(operation, 0, `no answer: ${error instanceof Error ? error.message : String(error)}`, example)
      return undefined
    }
    const { statusCode } = answer
    statuses[statusCode] = (statuses[statusCode] ?? 0) + 1
    const json = parsed(answer)
    const cause = options.causeOf?.(correlationIdOf(json))
    if (statusCode >= 500) faults.note(operation, statusCode, causeIn(answer, cause), example)
    else if (cause !== undefined) {
      faults.note(operation, statusCode, `only the second wall refused: ${causeIn(answer, cause)}`, example)
    } else {
      const wrong = check(operation, answer)
      if (wrong) faults.note(operation, statusCode, wrong, example)
    }
    if (statusCode >= 300 && !atRandom) refusals.set(nameOf(operation), `${statusCode} ${answer.body.slice(0, 120)}`)
    if (statusCode >= 200 && statusCode < 300) {
      succeeded.add(nameOf(operation))
      if (atRandom) succeededAtRandom.add(nameOf(operation))
      seen.learn(operation.path, json)
    }
    return answer
  }

  const play: Play = async (who, name, asked = {}) => {
    const operation = all.get(name)
    if (!operation) throw new Error(`a scene asks for ${name}, which is not there`)
    const make = typeof asked === 'function' ? asked : () => Promise.resolve(asked)
    const first = await make()
    const mutants = async (): Promise<void> => {
      for (let turn = 0; turn < (options.mutants ?? 0); turn += 1) {
        const base = await make()
        const seed = seedNow()
        const body =
          base.body instanceof Uint8Array || (base.body === undefined && seed % 3 > 0)
            ? base.body
            : one(mutated(base.body, operation.body, seen.pool, resolve), seed)
        const changed =
          base.body === undefined || seed % 4 === 0 ? otherAddress(operation, base, seen, resolve, seed) : base
        const client = seed % 4 === 1 ? options.clients[seed % options.clients.length] : who
        await send(client ?? who, operation, { method: operation.method, url: urlOf(operation, changed), body }, true)
      }
    }
    const when = first.mutants ?? 'before'
    if (when === 'before') await mutants()
    const right = when === 'before' && (options.mutants ?? 0) > 0 ? await make() : first
    const answer = await send(
      who,
      operation,
      { method: operation.method, url: urlOf(operation, right), body: right.body },
      false,
    )
    if (when === 'after') await mutants()
    if (!answer) throw new SceneOver(name)
    return answer
  }

  for (let round = 0; round < (options.sceneRounds ?? 0); round += 1) {
    for (const scene of options.scenes ?? []) {
      try {
        await scene.play(play, round)
      } catch (error) {
        // A change that succeeded may leave no way on; the next round takes another turn.
        if (!(error instanceof SceneOver)) throw error
      }
    }
  }
  const blind = [...all.values()].filter((operation) => !(nameOf(operation) in options.leftOut))
  for (let round = 0; round < options.rounds; round += 1) {
    for (const operation of blind) {
      const client = options.clients[round % options.clients.length]
      if (!client) throw new Error('no client to fuzz with')
      await send(client, operation, { method: operation.method, ...sample(operation, seen, resolve, seedNow()) }, true)
    }
  }
  return {
    calls,
    operations: all.size,
    names: [...all.keys()],
    succeeded,
    succeededAtRandom,
    refusals,
    statuses,
    faults: faults.list(),
  }
}

/** Ends a scene that cannot go on; the fuzzing does. */
export class SceneOver extends Error {
  override readonly name = 'SceneOver'
}

const one = <T>(arbitrary: fc.Arbitrary<T>, seed: number): T | undefined =>
  fc.sample(arbitrary, { numRuns: 1, seed })[0]

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function parsed(answer: LightMyRequestResponse): unknown {
  if (!String(answer.headers['content-type']).includes('json')) return undefined
  try {
    return answer.json()
  } catch {
    return undefined
  }
}

const correlationIdOf = (json: unknown): string =>
  typeof json === 'object' && json !== null && 'correlationId' in json ? String(json.correlationId) : ''

function urlOf(operation: Operation, asked: Asked): string {
  let url = operation.path
  for (const [name, value] of Object.entries(asked.params ?? {})) {
    url = url.replace(`{${name}}`, encodeURIComponent(value.toWellFormed()) || '-')
  }
  const search = new URLSearchParams(asked.query).toString()
  return search ? `${url}?${search}` : url
}

/** The same request of another record, or with another question in its address. */
function otherAddress(operation: Operation, asked: Asked, seen: Harvest, resolve: Resolve, seed: number): Asked {
  const parameters = operation.parameters.filter((each) => each.in === 'path' || each.in === 'query')
  const chosen = parameters[seed % Math.max(1, parameters.length)]
  if (!chosen) return asked
  const value = asText(one(valueOf(chosen.schema, fieldOf(operation, chosen), seen.pool, resolve, 1), seed))
  return chosen.in === 'path'
    ? { ...asked, params: { ...asked.params, [chosen.name]: value } }
    : { ...asked, query: { ...asked.query, [chosen.name]: value.toWellFormed() } }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

// In a path, `id` means the thing that the path names before it.
const fieldOf = (operation: Operation, parameter: Operation['parameters'][number]): string =>
  parameter.in === 'path' ? `${operation.path.split('/{')[0]}#${parameter.name}` : parameter.name

function sample(operation: Operation, seen: Harvest, resolve: Resolve, seed: number): { url: string; body: unknown } {
  let version: number | undefined
  const params: Record<string, string> = {}
  const query: Record<string, string> = {}
  for (const parameter of operation.parameters) {
    const value = asText(one(valueOf(parameter.schema, fieldOf(operation, parameter), seen.pool, resolve, 1), seed))
    if (parameter.in === 'path') {
      version ??= seen.versionOf(value)
      params[parameter.name] = value
    } else if (parameter.in === 'query' && (parameter.required || seed % 3 > 0)) {
      query[parameter.name] = value.toWellFormed()
    }
  }
  const body = operation.body ? one(valueOf(operation.body, 'body', seen.pool, resolve), seed) : undefined
  // An edit that is never based on the present version would never get past that check.
  if (version !== undefined && seed % 5 > 0 && typeof body === 'object' && body !== null && 'baseVersion' in body) {
    Object.assign(body, { baseVersion: version })
  }
  return { url: urlOf(operation, { params, query }), body }
}
