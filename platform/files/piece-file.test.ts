import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPieceFiles } from './piece-file.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'daira-pieces-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))
const key = randomBytes(32)
const id = (): string => randomBytes(16).toString('hex')

async function readAll(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

describe('a file in pieces', () => {
  it('comes back as it was, whatever its pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 0, maxLength: 300 }), { minLength: 1, maxLength: 8 }),
        async (parts) => {
          const disk = createPieceFiles(dir)
          const name = id()
          let stored = 0
          for (const [place, part] of parts.entries()) stored = await disk.append(name, key, place, stored, part)
          expect(await readAll(disk.read(name, key, stored))).toEqual(Buffer.concat(parts))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('forgets a piece that was written and never acknowledged', async () => {
    const disk = createPieceFiles(dir)
    const name = id()
    const first = await disk.append(name, key, 0, 0, Buffer.from('one'))
    await disk.append(name, key, 1, first, Buffer.from('a longer piece whose answer was lost'))
    const second = await disk.append(name, key, 1, first, Buffer.from('two'))
    expect((await readAll(disk.read(name, key, second))).toString()).toBe('onetwo')
  })

  it('is refused where a bit changed, a piece moved, or the key is another', async () => {
    const disk = createPieceFiles(dir)
    const name = id()
    const stored = await disk.append(name, key, 0, 0, Buffer.from('secret statement'))
    const path = join(dir, name.slice(-2), name)
    const bytes = await readFile(path)
    expect(bytes.includes('secret')).toBe(false)
    await expect(readAll(disk.read(name, randomBytes(32), stored))).rejects.toThrow(/unable to authenticate/i)
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(20) ^ 1, 20)
    await writeFile(path, flipped)
    await expect(readAll(disk.read(name, key, stored))).rejects.toThrow(/unable to authenticate/i)
    const other = id()
    await disk.append(other, key, 0, 0, Buffer.from('x'))
    await writeFile(join(dir, other.slice(-2), other), bytes)
    await expect(readAll(disk.read(other, key, stored))).rejects.toThrow(/unable to authenticate/i)
    await disk.remove(name)
    expect(await readdir(join(dir, name.slice(-2)))).not.toContain(name)
  })
})
