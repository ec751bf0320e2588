import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBagFolder, takeDigests } from '#platform/bagit/bag-folder.ts'
import { tagFilesOf } from '#platform/bagit/index.ts'
import { checkBagit } from './bagit.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'daira-bags-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function putBag(path: string, declaration?: string): Promise<void> {
  const folder = join(dir, 'bagit', 'v1.0', path)
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'data', 'x.txt'), 'x')
  for (const [name, text] of await tagFilesOf(await openBagFolder(folder), [], takeDigests))
    await writeFile(join(folder, name), (name === 'bagit.txt' && declaration) || text)
}

it('a suite that is missing, or judged otherwise than it says, is a fault', async () => {
  expect((await checkBagit(dir)).faults).toEqual(['no valid bag was seen', 'no invalid bag was seen'])

  await putBag('valid/basicBag')
  await putBag('invalid/bagit-with-invalid-whitespace', 'BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n')
  const good = await checkBagit(dir)
  expect([good.faults, good.summary]).toEqual([[], '2 bags of the suite judged as they are named, 4 planted faults'])

  await cp(join(dir, 'bagit/v1.0/valid/basicBag'), join(dir, 'bagit/v1.0/invalid/unheard-of'), { recursive: true })
  await rm(join(dir, 'bagit/v1.0/valid/basicBag/data/x.txt'))
  expect((await checkBagit(dir)).faults).toEqual([
    'basicBag: no payload was seen',
    'unheard-of is invalid: nothing was found',
  ])
})
