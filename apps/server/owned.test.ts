import { expect, it } from 'vitest'
import { createOwned } from './owned.ts'

it('stops what works on the rest first, then the last started first, each once, whatever fails', async () => {
  const stopped: string[] = []
  const failures: unknown[] = []
  const owned = createOwned((error) => failures.push(error))
  const stopOf = (name: string) => () => void stopped.push(name)
  owned.addFirst(stopOf('server'))
  owned.add(stopOf('lock'))
  owned.add(() => {
    throw new Error('stuck')
  })
  owned.add(stopOf('database'))
  owned.addFirst(stopOf('worker'))
  await Promise.all([owned.stop(), owned.stop()])
  expect(stopped).toEqual(['server', 'worker', 'database', 'lock'])
  expect(failures).toEqual([new Error('stuck')])
  owned.add(stopOf('late'))
  expect(stopped.at(-1)).toBe('late')
})
