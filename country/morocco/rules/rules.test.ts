import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from './index.ts'
import { type Rules, faultsOf, renderRules } from './table.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): string | undefined => {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}

const planted = (row: object): string[] =>
  faultsOf(
    {
      about: rules.about,
      covered: ['2.1'],
      rows: [
        {
          section: '2.1',
          articles: 'CPP 5',
          rule: 'a planted rule',
          state: 'held',
          by: ['country/morocco/law/limitation.json'],
          tests: [
            {
              file: 'country/morocco/law/law.test.ts',
              title: 'opens the special powers by a closed list alone (CPP 108)',
            },
          ],
          ...row,
        } as Rules['rows'][number],
      ],
    },
    read,
  )

describe('the table from article to test', () => {
  it('names only files and tests that exist, and no rule without one', () => {
    expect(rules.rows.length).toBeGreaterThan(80)
    expect(faultsOf(rules, read)).toEqual([])
  })

  it('is the page that stands in docs', () => {
    expect(read('docs/rules.md')).toBe(renderRules(rules))
  })

  it('would be noticed with a planted fault', () => {
    expect(planted({})).toEqual([])
    expect(planted({ tests: [] })).toEqual(['2.1 CPP 5: a planted rule has no test'])
    expect(planted({ by: ['country/morocco/law/nowhere.json'] })[0]).toContain(
      'no file country/morocco/law/nowhere.json',
    )
    expect(planted({ tests: [{ file: 'country/morocco/law/gone.test.ts', title: 'x' }] })[0]).toContain('no file')
    expect(planted({ tests: [{ file: 'country/morocco/law/law.test.ts', title: 'is not there' }] })[0]).toContain(
      'no test "is not there"',
    )
    expect(planted({ section: '2.2' })).toEqual(['section 2.1 has no row'])
  })

  it('counts what is not built yet', () => {
    const open = rules.rows.filter(({ state }) => state === 'not-built')
    expect(open.length).toBeGreaterThan(20)
    expect(renderRules(rules)).toContain(`${open.length} not built yet.`)
  })
})
