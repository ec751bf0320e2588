import { z } from 'zod'

/** As much of JSON Schema as law data use. */
export interface Shape {
  readonly type?: string | undefined
  readonly const?: unknown
  readonly enum?: readonly string[] | undefined
  readonly format?: string | undefined
  readonly properties?: Readonly<Record<string, Shape>> | undefined
  readonly required?: readonly string[] | undefined
  readonly items?: Shape | undefined
  readonly anyOf?: readonly Shape[] | undefined
}

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.looseObject({
    type: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.string()).optional(),
    format: z.string().optional(),
    properties: z.record(z.string(), shapeSchema).optional(),
    required: z.array(z.string()).optional(),
    items: shapeSchema.optional(),
    anyOf: z.array(shapeSchema).optional(),
  }),
)

export function readShape(row: unknown): Shape {
  return shapeSchema.catch({}).parse(row)
}

/** The field that a form draws for a shape. */
export type Field =
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text' | 'day' | 'number' | 'switch' | 'words' | 'json' }
  | { readonly kind: 'group'; readonly members: Readonly<Record<string, Shape>> }

/** Which field a shape is filled in with, and whether it may be left empty. */
export function fieldOf(shape: Shape): { readonly field: Field; readonly optional: boolean } {
  const options = shape.anyOf?.filter(({ type }) => type !== 'null')
  const [only] = options ?? []
  if (options && options.length === 1 && only) return { field: fieldOf(only).field, optional: true }
  return { field: plainField(shape), optional: false }
}

function plainField(shape: Shape): Field {
  if (shape.const !== undefined) return { kind: 'fixed', value: shape.const }
  if (shape.enum) return { kind: 'choice', values: shape.enum }
  switch (shape.type) {
    case 'string':
      return { kind: shape.format === 'date' ? 'day' : 'text' }
    case 'integer':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'switch' }
    case 'array':
      return { kind: shape.items?.type === 'string' ? 'words' : 'json' }
    case 'object':
      return shape.properties ? { kind: 'group', members: shape.properties } : { kind: 'json' }
    case undefined:
    default:
      return { kind: 'json' }
  }
}

/** An empty row of a shape. */
export function blankOf(shape: Shape): unknown {
  const { field, optional } = fieldOf(shape)
  if (optional) return null
  switch (field.kind) {
    case 'fixed':
      return field.value
    case 'group':
      return Object.fromEntries(
        Object.entries(field.members)
          .filter(([name]) => shape.required === undefined || shape.required.includes(name))
          .map(([name, member]) => [name, blankOf(member)]),
      )
    case 'switch':
      return false
    case 'words':
      return []
    case 'number':
      return 0
    case 'choice':
      return field.values[0] ?? ''
    case 'json':
      return shape.type === 'array' ? [] : null
    case 'text':
    case 'day':
      return ''
  }
}
