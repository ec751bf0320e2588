import { expect, it } from 'vitest'
import { compareAsvs } from './asvs.ts'

const requirement = (req_id: string, L: '1' | '2' | '3' = '1') => ({ req_id, L, req_description: '' })

it('counts the rows and finds every planted fault', () => {
  const result = compareAsvs(
    [requirement('V1.1.1'), requirement('V1.1.2', '2'), requirement('V1.1.3'), requirement('V1.1.4', '3')],
    {
      'V1.1.1': { state: 'tested', evidence: ['a.test.ts'] },
      'V1.1.2': { state: 'tested', evidence: ['missing.ts'] },
      'V9.9.9': { state: 'open', reason: 'no such requirement' },
    },
    (file) => file === 'a.test.ts',
  )
  expect(result.faults).toEqual([
    'V1.1.3 has no row',
    'V9.9.9 is no requirement of the standard',
    'V1.1.2 names missing.ts, which does not exist',
    'V1.1.2 is called tested and names no test',
  ])
  expect(result.summary).toContain('3 requirements of levels 1 and 2: 2 tested')
})
