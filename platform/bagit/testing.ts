import { takeDigests } from './bag-folder.ts'
import { type BagFiles, type BagInfo, tagFilesOf } from './index.ts'

/** A bag in memory, by paths. */
export function bagOf(files: ReadonlyMap<string, Uint8Array>): BagFiles {
  return {
    paths: [...files.keys()].toSorted(),
    async *read(path) {
      const bytes = files.get(path)
      if (!bytes) throw new Error(`there is no ${path}`)
      // In two pieces, as a stream may bring them.
      const half = Math.floor(bytes.byteLength / 2)
      yield await Promise.resolve(bytes.subarray(0, half))
      yield bytes.subarray(half)
    },
  }
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A payload with the tag files that make a bag of it. */
export async function madeBag(
  payload: ReadonlyMap<string, Uint8Array>,
  info: BagInfo = [['Source-Organization', 'دائرة تجريبية']],
): Promise<Map<string, Uint8Array>> {
  const tags = await tagFilesOf(bagOf(payload), info, takeDigests)
  return new Map([...payload, ...[...tags].map(([path, text]): [string, Uint8Array] => [path, bytesOf(text)])])
}
