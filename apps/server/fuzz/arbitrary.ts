import fc from 'fast-check'

/** A JSON schema as OpenAPI 3.1 carries it; only what the generator reads. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly $ref?: string
}

/** What is known of the world under test: values seen in answers, to be used again where a field of that name is asked. */
export interface Pool {
  pick(name: string): fc.Arbitrary<unknown> | undefined
}

export type Resolve = (ref: string) => JsonSchema

export const hostile = [
  '',
  ' ',
  '\0',
  '\uD800',
  '‮مقلوب',
  "'; drop table x; --",
  '../../etc/passwd',
  'أ'.repeat(5000),
  '<script>',
  '1e999',
  'NaN',
  '-1',
]

/** Nested deeper than any reader of ours should follow. */
export const deep: unknown = JSON.parse('['.repeat(500) + ']'.repeat(500))

/** Values that a schema describes; about one in ten breaks it on purpose. */
export function valueOf(
  schema: JsonSchema,
  name: string,
  pool: Pool,
  resolve: Resolve,
  depth = 0,
): fc.Arbitrary<unknown> {
  const valid = validValue(schema, name, pool, resolve, depth)
  return fc.oneof(
    { weight: 30, arbitrary: valid },
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.constantFrom<unknown>(...hostile, deep, null, {}, [], 0, -1, true),
        fc.jsonValue({ maxDepth: 1 }),
      ),
    },
  )
}

/** Values that a schema describes, and nothing else. */
export function validValue(
  schema: JsonSchema,
  name: string,
  pool: Pool,
  resolve: Resolve,
  depth: number,
): fc.Arbitrary<unknown> {
  if (schema.$ref) return validValue(resolve(schema.$ref), name, pool, resolve, depth + 1)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((each) => validValue(each, name, pool, resolve, depth)))
  if (schema.allOf) {
    return fc
      .tuple(...schema.allOf.map((each) => validValue(each, name, pool, resolve, depth)))
      .map((parts) => Object.assign({}, ...(parts as object[])) as unknown)
  }
  const type = Array.isArray(schema.type)
    ? (schema.type as readonly string[]).find((each) => each !== 'null')
    : schema.type
  switch (type) {
    case 'string':
      return textOf(schema, name, pool)
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000, noNaN: true })
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? schema.exclusiveMinimum ?? 0,
        max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1),
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(validValue(schema.items ?? {}, name, pool, resolve, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 2, depth > 3 ? 0 : 2)),
      })
    case 'object':
      return objectOf(schema, name, pool, resolve, depth)
    case undefined:
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

function objectOf(
  schema: JsonSchema,
  parent: string,
  pool: Pool,
  resolve: Resolve,
  depth: number,
): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {})
  const required = new Set(schema.required)
  const shape = Object.fromEntries(
    properties.map(([key, each]) => [
      key,
      depth === 0
        ? valueOf(each, fieldIn(parent, key, pool), pool, resolve, depth + 1)
        : validValue(each, fieldIn(parent, key, pool), pool, resolve, depth + 1),
    ]),
  )
  if (properties.length === 0) return fc.constant({})
  return fc.record(shape, { requiredKeys: properties.map(([key]) => key).filter((key) => required.has(key)) })
}

// `offences.code` where values of that kind are known, else `code`.
const fieldIn = (parent: string, key: string, pool: Pool): string =>
  pool.pick(`${parent}.${key}`) ? `${parent}.${key}` : key

const words = ['سرقة هاتف', 'شارع محمد الخامس', 'Rue de Fès', 'محمد العلوي', 'Karim Idrissi', 'A', 'مرجع 12/2026']

function textOf(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<unknown> {
  const known = pool.pick(name)
  const fresh = freshText(schema)
  return known ? fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: fresh }) : fresh
}

function freshText(schema: JsonSchema): fc.Arbitrary<unknown> {
  switch (schema.format) {
    case 'uuid':
      return fc.uuid()
    case 'date-time':
      return fc
        .date({ min: new Date('2026-01-01'), max: new Date('2026-11-23T08:00:00Z'), noInvalidDate: true })
        .map((date) => date.toISOString())
    case 'date':
      return fc
        .date({ min: new Date('2026-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
    case 'email':
      return fc.constant('someone@example.org')
    case undefined:
    default:
      if (schema.pattern) {
        try {
          return fc.stringMatching(new RegExp(schema.pattern, 'u'))
        } catch {
          return fc.constantFrom(...words)
        }
      }
      return fc
        .constantFrom(...words)
        .map((word) => word.padEnd(schema.minLength ?? 0, 'x').slice(0, schema.maxLength ?? 5000))
  }
}
