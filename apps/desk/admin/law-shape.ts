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
  | { readonly kind: 'text' | 'day' | 'number' | 'switch' | 'words' | 'duration' | 'unknown' }
  | { readonly kind: 'group'; readonly members: Readonly<Record<string, Shape>> }
  /** A list of objects. */
  | { readonly kind: 'rows'; readonly row: Shape }
  /** A list of words, or one value in its place that stands for all of them. */
  | { readonly kind: 'words-or-all'; readonly all: unknown }

/** Which field a shape is filled in with, and whether it may be left empty. */
export function fieldOf(shape: Shape): { readonly field: Field; readonly optional: boolean } {
  const options = shape.anyOf?.filter(({ type }) => type !== 'null')
  const [only] = options ?? []
  if (options && options.length === 1 && only) return { field: fieldOf(only).field, optional: true }
  const list = options?.find(isWords)
  const all = options?.find((option) => option.const !== undefined)
  if (options?.length === 2 && list && all) return { field: { kind: 'words-or-all', all: all.const }, optional: false }
  return { field: plainField(shape), optional: false }
}

function isWords(shape: Shape): boolean {
  return shape.type === 'array' && shape.items?.type === 'string'
}

function plainField(shape: Shape): Field {
  if (shape.const !== undefined) return { kind: 'fixed', value: shape.const }
  if (shape.enum) return { kind: 'choice', values: shape.enum }
  switch (shape.type) {
    case 'string':
      return { kind: shape.format === 'date' ? 'day' : shape.format === 'duration' ? 'duration' : 'text' }
    case 'integer':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'switch' }
    case 'array':
      if (isWords(shape)) return { kind: 'words' }
      return shape.items?.type === 'object' ? { kind: 'rows', row: shape.items } : { kind: 'unknown' }
    case 'object':
      return shape.properties ? { kind: 'group', members: shape.properties } : { kind: 'unknown' }
    case undefined:
    default:
      return { kind: 'unknown' }
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
    case 'words-or-all':
    case 'rows':
      return []
    case 'number':
      return 0
    case 'choice':
      return field.values[0] ?? ''
    case 'unknown':
      return null
    case 'duration':
    case 'text':
    case 'day':
      return ''
  }
}
