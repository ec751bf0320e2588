import fc from 'fast-check'
import { type JsonSchema, type Pool, type Resolve, deep, hostile, validValue } from './arbitrary.ts'

type Path = readonly (string | number)[]

/** A request's body that was right, with one thing about it changed and all else kept. */
export function mutated(
  body: unknown,
  schema: JsonSchema | undefined,
  pool: Pool,
  resolve: Resolve,
): fc.Arbitrary<unknown> {
  const paths = pathsOf(body).filter((path) => path.length > 0)
  const choices: { weight: number; arbitrary: fc.Arbitrary<unknown> }[] = [
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.constant(withValue(body, ['unasked'], 1)) },
  ]
  if (paths.length > 0) {
    const path = fc.constantFrom(...paths)
    choices.push(
      { weight: 3, arbitrary: path.map((each) => without(body, each)) },
      { weight: 4, arbitrary: fc.tuple(path, anything).map(([each, value]) => withValue(body, each, value)) },
      { weight: 2, arbitrary: path.map((each) => withValue(body, each, nudged(valueAt(body, each)))) },
    )
  }
  // Another value that the description allows, or one of the members that were left out.
  const properties = Object.entries((schema?.$ref ? resolve(schema.$ref) : schema)?.properties ?? {}).filter(
    ([key]) => key !== 'baseVersion',
  )
  if (properties.length > 0) {
    choices.push({
      weight: 8,
      arbitrary: fc
        .constantFrom(...properties)
        .chain(([key, each]) => validValue(each, key, pool, resolve, 1).map((value) => withValue(body, [key], value))),
    })
  }
  return fc.oneof(...choices)
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(...hostile, deep, null, {}, [], 0, -1, 1.5, 2 ** 53, true),
  fc.jsonValue({ maxDepth: 1 }),
)

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, keyIn(value, key)]))]
}

const keyIn = (value: object, key: string): string | number => (Array.isArray(value) ? Number(key) : key)

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )
}

function changed(value: unknown, path: Path, change: (holder: object, key: string | number) => void): unknown {
  const copy: unknown = structuredClone(value)
  const holder = valueAt(copy, path.slice(0, -1))
  const key = path.at(-1)
  if (typeof holder === 'object' && holder !== null && key !== undefined) change(holder, key)
  return copy
}

const without = (value: unknown, path: Path): unknown =>
  changed(value, path, (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else Reflect.deleteProperty(holder, key)
  })

const withValue = (value: unknown, path: Path, next: unknown): unknown =>
  changed(value, path, (holder, key) => Reflect.set(holder, key, next))

/** Nearly the same: one off, one more, a little longer. */
function nudged(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d/.test(value) ? value.replace(/^\d{4}/, '1999') : `${value} x`
  if (Array.isArray(value)) return [...(value as unknown[]), ...(value as unknown[])]
  return value
}
