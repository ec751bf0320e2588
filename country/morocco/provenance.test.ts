import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Made by a script from the file named, which says what it rests on. */
const made: Readonly<Record<string, string>> = { 'map/base.json': 'map/map.json' }

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
)

/** True where the data say, once for the file or in each row, what they rest on and how sure that is. */
function isSourced(data: unknown): boolean {
  if (Array.isArray(data)) return data.length > 0 && data.every(isSourced)
  if (typeof data !== 'object' || data === null) return false
  const row = data as Record<string, unknown>
  const sure = 'confidence' in row
  const source = ['source', 'sources', 'article', 'note'].some((key) => key in row)
  return (sure && source) || Object.values(row).some(isSourced)
}

describe('each file of the country', () => {
  it('names its source and how sure it is', () => {
    expect(files.length).toBeGreaterThan(40)
    const bare = files.filter(
      (name) => !isSourced(JSON.parse(readFileSync(join(import.meta.dirname, made[name] ?? name), 'utf8'))),
    )
    expect(bare).toEqual([])
  })

  it('would be noticed without', () => {
    expect(isSourced([{ code: 'ma.x', source: 'project', confidence: 'LOW' }])).toBe(true)
    expect(isSourced([{ code: 'ma.x', source: 'project' }])).toBe(false)
    expect(isSourced([])).toBe(false)
    expect(isSourced({ about: {}, rows: [{ code: 'ma.x' }] })).toBe(false)
  })
})
