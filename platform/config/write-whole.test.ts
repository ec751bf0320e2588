import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeWhole } from './write-whole.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'daira-whole-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

it('replaces a file, with the mode asked for, and leaves nothing beside it', async () => {
  const path = join(dir, 'secret')
  await writeWhole(path, 'one', { mode: 0o644 })
  await writeWhole(path, 'two', { mode: 0o600 })
  expect(await readFile(path, 'utf8')).toBe('two')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readdir(dir)).toEqual(['secret'])
})

it('of many who make the same file at once, one wins and the others leave it', async () => {
  const path = join(dir, 'key')
  const wrote = await Promise.all(
    Array.from({ length: 20 }, (_, at) => writeWhole(path, `key ${at}`, { mode: 0o600, onlyIfMissing: true })),
  )
  expect(wrote.filter(Boolean)).toHaveLength(1)
  expect(await readFile(path, 'utf8')).toBe(`key ${wrote.indexOf(true)}`)
  expect(await readdir(dir)).toEqual(['key'])
})
