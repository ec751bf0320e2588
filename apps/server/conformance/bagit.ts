import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openBagFolder, takeDigests } from '#platform/bagit/bag-folder.ts'
import { type BagFindingCode, type BagReport, checkBag, tagFilesOf } from '#platform/bagit/index.ts'
import type { ConformanceResult } from './asvs.ts'

/** For what each invalid bag of the suite is to be found at fault; one that is not named here is a fault of ours. */
const expected: Readonly<Record<string, BagFindingCode>> = {
  'bagit-with-invalid-whitespace': 'DECLARATION_MALFORMED',
  notAllManifestsListAllFiles: 'FILE_UNLISTED',
  'same-filename-listed-twice-with-different-hashes': 'LISTED_TWICE',
  'same-filename-listed-twice-with-the-same-hash': 'LISTED_TWICE',
}

const plants: readonly { what: string; path: string; change: (text: string) => string | null; code: BagFindingCode }[] =
  [
    { what: 'a changed byte', path: 'data/pv/1.txt', change: (text) => `${text}.`, code: 'DIGEST_DIFFERS' },
    { what: 'a file too many', path: 'data/pv/3.txt', change: () => 'x', code: 'FILE_UNLISTED' },
    { what: 'a lost file', path: 'data/pv/2.txt', change: () => null, code: 'FILE_MISSING' },
    {
      what: 'a way out',
      path: 'manifest-sha256.txt',
      change: (text) => text.replace('data/', '../'),
      code: 'PATH_UNSAFE',
    },
  ]

const judgeFolder = async (folder: string): Promise<BagReport> => checkBag(await openBagFolder(folder), takeDigests)

/** BagIt 1.0: the bags of the public suite are judged as their folders say, ours is valid, and what is planted into it is found. */
export async function checkBagit(folder: string): Promise<ConformanceResult> {
  const faults: string[] = []
  const lines: string[] = []
  let judged = 0
  for (const verdict of ['valid', 'invalid']) {
    const home = join(folder, 'bagit', 'v1.0', verdict)
    const names = existsSync(home) ? await readdir(home) : []
    if (names.length === 0) faults.push(`no ${verdict} bag was seen`)
    for (const name of names) {
      const { findings, payload } = await judgeFolder(join(home, name))
      const codes = findings.map(({ code }) => code)
      const wanted = expected[name]
      if (payload.files === 0) faults.push(`${name}: no payload was seen`)
      else if (verdict === 'valid' ? codes.length > 0 : wanted === undefined || !codes.includes(wanted))
        faults.push(`${name} is ${verdict}: ${codes.join(', ') || 'nothing was found'}`)
      else judged++
    }
  }
  const ours = await mkdtemp(join(tmpdir(), 'daira-bag-'))
  try {
    await makeSample(ours)
    const { findings, payload } = await judgeFolder(ours)
    lines.push(`our bag: ${payload.files} files, ${payload.bytes} bytes, ${findings.length} findings`)
    faults.push(...findings.map(({ code }) => `our bag: ${code}`))
    for (const plant of plants) if (!(await isFound(ours, plant))) faults.push(`planted and not found: ${plant.what}`)
  } finally {
    await rm(ours, { recursive: true, force: true })
  }
  return {
    name: 'BagIt 1.0',
    summary: `${judged} bags of the suite judged as they are named, ${plants.length} planted faults`,
    lines,
    faults,
  }
}

async function makeSample(folder: string): Promise<void> {
  for (const [path, text] of [
    ['data/pv/1.txt', 'محضر استماع'],
    ['data/pv/2.txt', 'procès-verbal d’audition'],
  ] as const)
    await put(folder, path, text)
  const tags = await tagFilesOf(await openBagFolder(folder), [['Source-Organization', 'دائرة تجريبية']], takeDigests)
  for (const [path, text] of tags) await put(folder, path, text)
}

async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

async function isFound(folder: string, { path, change, code }: (typeof plants)[number]): Promise<boolean> {
  const file = join(folder, path)
  const before = existsSync(file) ? await readFile(file, 'utf8') : null
  const changed = change(before ?? '')
  await (changed === null ? rm(file) : writeFile(file, changed))
  const { findings } = await judgeFolder(folder)
  await (before === null ? rm(file) : writeFile(file, before))
  return findings.some((finding) => finding.code === code)
}
