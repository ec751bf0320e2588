import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { BagFiles, TakeDigests } from './bag-files.ts'

/** A bag that lies in a folder. Whatever is no plain file is not seen, so that no link leads out of it. */
export async function openBagFolder(folder: string): Promise<BagFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return { paths: paths.toSorted(), read: (path) => createReadStream(join(folder, path)) }
}

/** Digests by Node's own library. */
export const takeDigests: TakeDigests = async (bytes, algorithms) => {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const)
  let length = 0
  for await (const piece of bytes) {
    length += piece.byteLength
    for (const [, hash] of hashes) hash.update(piece)
  }
  return { length, digests: new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')])) }
}
