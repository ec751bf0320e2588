import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { LightMyRequestResponse } from 'fastify'
import type { JsonSchema, Resolve } from './arbitrary.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One operation of the OpenAPI description. */
export interface Operation {
  readonly method: Method
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

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> }
}

export const nameOf = (operation: Pick<Operation, 'method' | 'path'>): string => `${operation.method} ${operation.path}`

export const resolverOf =
  (document: OpenApi): Resolve =>
  (ref) =>
    document.components?.schemas?.[ref.split('/').at(-1) ?? ''] ?? {}

export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const one = described as {
        parameters?: Operation['parameters']
        requestBody?: { content?: Record<string, { schema?: JsonSchema }> }
        responses?: Operation['responses']
      }
      return {
        method: method.toUpperCase() as Method,
        path,
        parameters: one.parameters ?? [],
        body: one.requestBody?.content?.['application/json']?.schema,
        responses: one.responses ?? {},
      }
    }),
  )
}

/** Says what an answer has that its operation does not describe; undefined where it is as described. */
export function responseChecker(
  document: OpenApi,
): (operation: Operation, answer: LightMyRequestResponse) => string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  const compiled = new Map<JsonSchema, ReturnType<typeof ajv.compile>>()
  return (operation, answer) => {
    const status = String(answer.statusCode)
    const described =
      operation.responses[status] ?? operation.responses[`${status.slice(0, 1)}XX`] ?? operation.responses['default']
    if (!described) return `status ${status} is not described`
    const schema = described.content?.['application/json']?.schema
    const json = String(answer.headers['content-type']).includes('json')
    if (!schema || !json) return answer.statusCode >= 400 ? 'an error in another form than the one form' : undefined
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: document.components ?? {} })
    compiled.set(schema, validate)
    return validate(answer.json()) ? undefined : `the answer is not as described: ${ajv.errorsText(validate.errors)}`
  }
}
