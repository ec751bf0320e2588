import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type JsonSchema, type Pool, type Resolve, valueOf } from './arbitrary.ts'

/** One operation of the OpenAPI description. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: JsonSchema
  }[]
  readonly body: JsonSchema | undefined
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>> }>
  >
}

export interface FuzzFault {
  readonly operation: string
  readonly status: number
  readonly what: string
}

export interface FuzzReport {
  readonly calls: number
  readonly operations: number
  readonly names: readonly string[]
  /** Operations that answered 2xx at least once. */
  readonly succeeded: ReadonlySet<string>
  readonly faults: readonly FuzzFault[]
}

export interface Client {
  request(method: Operation['method'], url: string, body: unknown): Promise<LightMyRequestResponse>
}

export interface FuzzOptions {
  readonly http: FastifyInstance
  readonly clients: readonly Client[]
  readonly rounds: number
  readonly seed: number
  /** Operations that are not called, with the reason; each must exist. */
  readonly leftOut: Readonly<Record<string, string>>
  /** Values to begin with, by field name. */
  readonly known: Readonly<Record<string, readonly unknown[]>>
}

/** Calls every operation with what its description allows and what it does not. Never stops at the first fault. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const document = options.http.swagger() as unknown as OpenApi
  const resolve: Resolve = (ref) => document.components?.schemas?.[ref.split('/').at(-1) ?? ''] ?? {}
  const operations = operationsOf(document).filter((operation) => !(nameOf(operation) in options.leftOut))
  const missing = Object.keys(options.leftOut).filter(
    (name) => !operationsOf(document).some((operation) => nameOf(operation) === name),
  )
  if (missing.length > 0) throw new Error(`left out of the fuzzing and not there: ${missing.join(', ')}`)
  const seen = harvest(options.known)
  const check = responseChecker(document)
  const succeeded = new Set<string>()
  const faults = new Map<string, FuzzFault>()
  let calls = 0
  for (let round = 0; round < options.rounds; round += 1) {
    for (const operation of operations) {
      const client = options.clients[round % options.clients.length]
      if (!client) throw new Error('no client to fuzz with')
      const { url, body } = sample(operation, seen, resolve, options.seed + round * 1009 + calls)
      const answer = await within(5_000, client.request(operation.method, url, body), nameOf(operation))
      calls += 1
      const what =
        answer.statusCode >= 500 ? `${answer.statusCode} ${answer.body.slice(0, 160)}` : check(operation, answer)
      if (what) {
        const fault = {
          operation: nameOf(operation),
          status: answer.statusCode,
          what: `${what} for ${url.slice(0, 160)} ${JSON.stringify(body)?.slice(0, 300) ?? ''}`,
        }
        faults.set(`${fault.operation} ${what.slice(0, 60)}`, fault)
      }
      if (answer.statusCode >= 200 && answer.statusCode < 300) {
        succeeded.add(nameOf(operation))
        if (String(answer.headers['content-type']).includes('json')) seen.learn(operation.path, answer.json())
      }
    }
  }
  return {
    calls,
    operations: operations.length,
    names: operations.map((each) => nameOf(each)),
    succeeded,
    faults: [...faults.values()],
  }
}

async function within<T>(milliseconds: number, work: Promise<T>, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not answer within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> }
}

export const nameOf = (operation: Pick<Operation, 'method' | 'path'>): string => `${operation.method} ${operation.path}`

function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const one = described as {
        parameters?: Operation['parameters']
        requestBody?: { content?: Record<string, { schema?: JsonSchema }> }
        responses?: Operation['responses']
      }
      return {
        method: method.toUpperCase() as Operation['method'],
        path,
        parameters: one.parameters ?? [],
        body: one.requestBody?.content?.['application/json']?.schema,
        responses: one.responses ?? {},
      }
    }),
  )
}

function sample(operation: Operation, seen: Harvest, resolve: Resolve, seed: number): { url: string; body: unknown } {
  const one = <T>(arbitrary: fc.Arbitrary<T>): T | undefined => fc.sample(arbitrary, { numRuns: 1, seed })[0]
  let url = operation.path
  let version: number | undefined
  const query = new URLSearchParams()
  for (const parameter of operation.parameters) {
    // In a path, `id` means the thing that the path names before it.
    const field = parameter.in === 'path' ? `${operation.path.split('/{')[0]}#${parameter.name}` : parameter.name
    const value = String(one(valueOf(parameter.schema, field, seen.pool, resolve, 1)) ?? '').toWellFormed()
    if (parameter.in === 'path') {
      version ??= seen.versionOf(value)
      url = url.replace(`{${parameter.name}}`, encodeURIComponent(value) || '-')
    } else if (parameter.in === 'query' && (parameter.required || seed % 3 > 0)) query.set(parameter.name, value)
  }
  const search = query.toString()
  const body = operation.body ? one(valueOf(operation.body, 'body', seen.pool, resolve)) : undefined
  // An edit that is never based on the present version would never get past that check.
  if (version !== undefined && seed % 5 > 0 && typeof body === 'object' && body !== null && 'baseVersion' in body) {
    Object.assign(body, { baseVersion: version })
  }
  return { url: search ? `${url}?${search}` : url, body }
}

interface Harvest {
  readonly pool: Pool
  versionOf(id: string): number | undefined
  learn(path: string, answer: unknown): void
}

/** Collects ids and codes from answers under their field's name and under the path that gave them. */
function harvest(known: Readonly<Record<string, readonly unknown[]>>): Harvest {
  const values = new Map<string, unknown[]>(Object.entries(known).map(([name, list]) => [name, [...list]]))
  const versions = new Map<string, number>()
  const add = (name: string, value: unknown): void => {
    const list = values.get(name) ?? []
    if (!list.includes(value)) values.set(name, [...list, value].slice(-12))
  }
  const learn = (path: string, answer: unknown, depth = 0): void => {
    if (Array.isArray(answer)) for (const each of answer.slice(0, 20)) learn(path, each, depth + 1)
    else if (typeof answer === 'object' && answer !== null) {
      const base = path.split('/{')[0] ?? path
      if ('id' in answer && 'version' in answer && typeof answer.version === 'number')
        versions.set(String(answer.id), answer.version)
      for (const [name, value] of Object.entries(answer)) {
        if (typeof value === 'string' && name === 'id') {
          // The thing itself stands at the top of an answer or in its list; what lies deeper is of another kind.
          if (depth <= 2) add(`${base}#id`, value)
          add(`${singular(base)}Id`, value)
          add(`${base}#${singular(path)}Id`, value)
        } else if (typeof value === 'string' && /Id$/.test(name)) {
          add(name, value)
          add(`/api/${name.slice(0, -2)}s#id`, value)
        } else if (typeof value === 'object') learn(`${base}/${name}`, value, depth + 1)
      }
    }
  }
  return {
    learn,
    versionOf: (id) => versions.get(id),
    pool: {
      pick: (name) => {
        const list = values.get(name)
        return list && list.length > 0 ? fc.constantFrom(...list) : undefined
      },
    },
  }
}

const singular = (path: string): string => (path.split('/').at(-1) ?? '').replace(/ies$/, 'y').replace(/s$/, '')

function responseChecker(
  document: OpenApi,
): (operation: Operation, answer: LightMyRequestResponse) => string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'openapi', components: document.components ?? {} })
  const compiled = new Map<JsonSchema, ReturnType<typeof ajv.compile>>()
  return (operation, answer) => {
    const status = String(answer.statusCode)
    const described =
      operation.responses[status] ?? operation.responses[`${status.slice(0, 1)}XX`] ?? operation.responses['default']
    if (!described) return `status ${status} is not described`
    const schema = described.content?.['application/json']?.schema
    if (!schema || !String(answer.headers['content-type']).includes('json')) return undefined
    const validate = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, validate)
    return validate(answer.json()) ? undefined : `the answer is not as described: ${ajv.errorsText(validate.errors)}`
  }
}
