import fc from 'fast-check'
import type { Pool } from './arbitrary.ts'

/** Ids and codes seen in answers, to be used again where a field of that name is asked. */
export interface Harvest {
  readonly pool: Pool
  versionOf(id: string): number | undefined
  learn(path: string, answer: unknown): void
}

/** `spare` keeps ids out of what is used again: those of the officers who do the fuzzing. */
export function createHarvest(
  known: Readonly<Record<string, readonly unknown[]>>,
  spare: (name: string, value: unknown) => boolean = () => false,
): Harvest {
  const values = new Map<string, unknown[]>(Object.entries(known).map(([name, list]) => [name, [...list]]))
  const versions = new Map<string, number>()
  const add = (name: string, value: unknown): void => {
    const list = values.get(name) ?? []
    if (!list.includes(value) && !spare(name, value)) values.set(name, [...list, value].slice(-12))
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
        } else if (typeof value === 'string' && name.endsWith('Id')) {
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
