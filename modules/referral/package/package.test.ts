import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BagFiles } from '#platform/bagit/index.ts'
import { bagOf, bytesOf } from '#platform/bagit/testing.ts'
import { locales } from '#platform/i18n/text.ts'
import type { Signer } from '#platform/signing/index.ts'
import {
  type Dossier,
  type PackageTrust,
  openPackageZip,
  packageFindingText,
  sealPackage,
  verifyPackage,
  writePackageZip,
} from '../index.ts'
import { logOf, piece, sampleDossier, sampleKeys, sealedAt, sha256 } from '../testing/sample-package.ts'

let signer: Signer
let trust: PackageTrust
let dossier: Dossier
let made: Map<string, Uint8Array>
let dir: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'daira-package-'))
  ;({ signer, trust } = await sampleKeys())
  dossier = await sampleDossier(signer)
  made = await inMemory(await sealPackage(dossier, { signer, at: sealedAt }))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

async function inMemory(files: BagFiles): Promise<Map<string, Uint8Array>> {
  const held = new Map<string, Uint8Array>()
  for (const path of files.paths) {
    const parts: Uint8Array[] = []
    for await (const part of files.read(path)) parts.push(part)
    held.set(path, Buffer.concat(parts))
  }
  return held
}

async function codesOf(files: ReadonlyMap<string, Uint8Array>, by: PackageTrust = trust): Promise<string[]> {
  const { ok, findings } = await verifyPackage(bagOf(files), by)
  expect(ok).toBe(findings.length === 0)
  return findings.map((finding) => (finding.code === 'BAG_BROKEN' ? finding.bag.code : finding.code))
}
const without = (path: string) => new Map([...made].filter(([other]) => other !== path))
const textOf = (path: string): string => new TextDecoder().decode(made.get(path))
/** The same dossier with another log or other pieces, sealed by the same key. */
const madeWith = async (change: Partial<Dossier>) =>
  inMemory(await sealPackage({ ...dossier, ...change }, { signer, at: sealedAt }))

describe('a package', () => {
  it('holds, and tells whose it is, what is in it, and how far the log’s word goes', async () => {
    const report = await verifyPackage(bagOf(made), trust)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({
      ok: true,
      inventory: {
        case: { reference: '2026/118' },
        training: true,
        pieces: [{ order: 1 }, { order: 2 }, { order: 3 }],
      },
      seal: { signer: { commonName: 'دائرة تجريبية' } },
      log: { origin: 'daira.example/log', head: { size: 2 } },
    })
    expect(report.log?.statements.length).toBeGreaterThan(0)
  })

  it('is not found sound with any one bit of any file changed', async () => {
    let judged = 0
    for (const [path, bytes] of made) {
      // The first byte, the last, and some between.
      for (const at of [0, 1, 2, 3, 4].map((part) => Math.floor(((bytes.length - 1) * part) / 4))) {
        const changed = Uint8Array.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 0x04
        expect([path, at, await codesOf(new Map([...made, [path, changed]]))]).not.toEqual([path, at, []])
        judged += 1
      }
    }
    expect(judged).toBe(made.size * 5)
  })

  it('is not found sound with any file lost', async () => {
    for (const path of made.keys()) expect([path, await codesOf(without(path))]).not.toEqual([path, []])
    expect(await codesOf(without('seal.p7s'))).toEqual(['SEAL_MISSING'])
  })

  it('is not found sound with a file added, in the payload or beside it', async () => {
    expect(await codesOf(new Map([...made, ['data/pieces/004.pdf', bytesOf('x')]]))).toEqual([
      'FILE_UNLISTED',
      'OXUM_DIFFERS',
      'PIECE_UNLISTED',
    ])
    expect(await codesOf(new Map([...made, ['readme.txt', bytesOf('x')]]))).toEqual(['FILE_UNSIGNED'])
    expect(await codesOf(new Map([...made, ['meta/more.txt', bytesOf('x')]]))).toEqual(['FILE_UNSIGNED'])
  })

  it('wholly made again with fresh keys under the same names is nobody’s', async () => {
    const stranger = await sampleKeys()
    const again = await inMemory(
      await sealPackage(await sampleDossier(stranger.signer), { signer: stranger.signer, at: sealedAt }),
    )
    expect(await codesOf(again, stranger.trust)).toEqual([])
    expect(await codesOf(again)).toEqual(['SEAL_BROKEN', 'PIECE_SEAL_BROKEN', 'PIECE_SEAL_BROKEN'])
  })

  it('whose maker puts in a PV that the log does not know, or of which it tells something else, is found', async () => {
    const [first = '', second = ''] = ['001', '002'].map((name) =>
      sha256(made.get(`data/pieces/${name}-pv.pdf`) ?? bytesOf('')),
    )
    expect(await codesOf(await madeWith({ log: await logOf([first]) }))).toEqual(['PIECE_NOT_IN_LOG'])
    expect(await codesOf(await madeWith({ log: await logOf([first, second], 'pv.printed') }))).toEqual([
      'PIECE_NOT_IN_LOG',
      'PIECE_NOT_IN_LOG',
    ])
    const spoilt = dossier.log.map((line) => line.replace(first, '0'.repeat(64)))
    expect(await codesOf(await madeWith({ log: spoilt }))).toEqual([
      'LOG_BROKEN',
      'PIECE_NOT_IN_LOG',
      'PIECE_NOT_IN_LOG',
    ])
    const pdf = bytesOf('%PDF-1.7 no document')
    const forged = await madeWith({ pieces: [piece('001-pv.pdf', 'pv', pdf)], log: await logOf([sha256(pdf)]) })
    expect(await codesOf(forged)).toEqual(['PIECE_SEAL_BROKEN'])
  })

  it('whose inventory was spoilt says so, each way', async () => {
    const spoil = (change: (text: string) => string) =>
      codesOf(new Map([...made, ['data/inventory.json', bytesOf(change(textOf('data/inventory.json')))]]))
    expect(await spoil(() => '{')).toEqual(['DIGEST_DIFFERS', 'OXUM_DIFFERS', 'INVENTORY_MALFORMED', 'SEAL_BROKEN'])
    expect(await spoil((text) => text.replace('"order": 2', '"order": 3'))).toEqual([
      'DIGEST_DIFFERS',
      'PIECE_MISPLACED',
    ])
    const other = await spoil((text) => text.replaceAll('002-pv.pdf', '009-pv.pdf'))
    expect(other).toEqual(['DIGEST_DIFFERS', 'PIECE_UNLISTED', 'PIECE_MISSING'])
    await expect(madeWith({ pieces: [...dossier.pieces, ...dossier.pieces] })).rejects.toThrow(RangeError)
  })

  it('speaks of what is wrong in three languages', async () => {
    const { findings } = await verifyPackage(
      bagOf(new Map([...made, ['x', bytesOf('x')], ['data/y', bytesOf('y')]])),
      trust,
    )
    expect(findings.length).toBe(4)
    for (const locale of locales) for (const one of findings) expect(packageFindingText(one, locale)).toMatch(/⁨[^⁩]+⁩/)
  })
})

describe('as one file', () => {
  it('comes back as it went in, and unpacks with the tools of others', async () => {
    const path = join(dir, 'dossier.zip')
    await writePackageZip(bagOf(made), { folder: '2026-118', at: sealedAt }, Writable.toWeb(createWriteStream(path)))
    const { folder, files } = await openPackageZip(await openAsBlob(path))
    expect(folder).toBe('2026-118')
    expect(await inMemory(files)).toEqual(made)
    const unpacked = spawnSync('python3', ['-m', 'zipfile', '-e', path, dir])
    expect(unpacked.status).toBe(0)
  })

  it.each([
    ['nothing that was ever packed', async () => new Blob(['x']), 'NOT_A_ZIP'],
    ['two folders', () => packed(['a/bagit.txt', 'b/bagit.txt']), 'NOT_ONE_FOLDER'],
    ['no folder', () => packed(['bagit.txt']), 'NOT_ONE_FOLDER'],
    ['a name with an empty part', () => packed(['a//bagit.txt']), 'NAME_UNSAFE'],
    // The library that reads the container looks for these itself.
    ['a way out', () => packed(['a/../../bagit.txt']), 'NOT_A_ZIP'],
  ])('that holds %s is refused', async (_what, make, reason) => {
    await expect(openPackageZip(await make())).rejects.toMatchObject({ reason })
  })

  async function packed(names: readonly string[]): Promise<Blob> {
    const { BlobWriter, TextReader, ZipWriter } = await import('@zip.js/zip.js')
    const zip = new ZipWriter(new BlobWriter())
    for (const name of names) await zip.add(name, new TextReader('x'))
    return zip.close()
  }
})
