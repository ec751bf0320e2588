import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealPackage, writePackageZip } from '#modules/referral/index.ts'
import { sampleDossier, sampleKeys, sealedAt } from '#modules/referral/testing/sample-package.ts'
import { projectRoot } from '../home.ts'

let dir: string
let zip: string
let anchor: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'daira-verify-'))
  zip = join(dir, 'dossier.zip')
  anchor = join(dir, 'anchor.txt')
  const { signer, trust } = await sampleKeys()
  const files = await sealPackage(await sampleDossier(signer), { signer, at: sealedAt })
  await writePackageZip(files, { folder: '2026-118', at: sealedAt }, Writable.toWeb(createWriteStream(zip)))
  await writeFile(anchor, ['# fictional', ...trust.roots, ...trust.log.logKeys].join('\n'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

function verify(...args: string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, LANG: 'C', NODE_OPTIONS: '', DAIRA_HOME: join(dir, 'nowhere') }
  const done = spawnSync(process.execPath, [join(projectRoot, 'apps/server/cli.ts'), 'verify', ...args], { env })
  return { code: done.status, out: done.stdout.toString(), err: done.stderr.toString() }
}

it('a package holds by the anchor of its sender, as one file and unpacked by another program', () => {
  const told = verify(zip, '--trust', anchor, '--lang', 'fr')
  expect([told.code, told.err]).toEqual([0, ''])
  expect(told.out).toMatch(
    /^2026\/118 · .*\npaquet d’exercice.*\nscellé par: دائرة تجريبية · 2026-11-23T12:00:00.000Z\n {2}1\. 001-pv\.pdf/,
  )
  expect(told.out).toMatch(/\nINTACT\n$/)
  expect(spawnSync('python3', ['-m', 'zipfile', '-e', zip, dir]).status).toBe(0)
  expect(verify(join(dir, '2026-118'), '--trust', anchor)).toMatchObject({ code: 0 })
}, 60_000)

it('one changed byte is found and named, and nothing is judged without trust from outside', async () => {
  const bytes = await readFile(zip)
  const place = bytes.indexOf('صورة', bytes.indexOf('003-صورة.jpg') + 20)
  bytes[place] = (bytes[place] ?? 0) ^ 1
  const spoilt = join(dir, 'spoilt.zip')
  await writeFile(spoilt, bytes)
  const told = verify(spoilt, '--trust', anchor, '--lang', 'ar')
  expect(told.code).toBe(1)
  expect(told.out).toContain('غير سليم')

  expect(verify(zip)).toMatchObject({ code: 2, out: '' })
  expect(verify(zip, '--trust', join(dir, 'missing'))).toMatchObject({ code: 2, out: '' })
  expect(verify(zip, '--trust', zip).err).toContain('is no anchor')
  expect(verify(anchor, '--trust', anchor)).toMatchObject({ code: 1, out: '' })
}, 60_000)
