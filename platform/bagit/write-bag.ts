import type { BagFiles, DigestAlgorithm, TakeDigests } from './bag-files.ts'
import { type BagInfo, formatDeclaration, formatInfo, formatManifest } from './tag-files.ts'

const algorithm: DigestAlgorithm = 'sha256'

/**
 * The tag files that make a bag of a payload (paths beneath `data/`), by their paths: the declaration, what is said about it, and
 * the manifests of payload and tags. Throws a `RangeError` for a path that is no payload's or information that cannot be written.
 */
export async function tagFilesOf(
  payload: BagFiles,
  info: BagInfo,
  takeDigests: TakeDigests,
): Promise<ReadonlyMap<string, string>> {
  let bytes = 0
  const lines = []
  for (const path of payload.paths.toSorted()) {
    if (!path.startsWith('data/')) throw new RangeError(`${path} lies outside the payload`)
    const taken = await takeDigests(payload.read(path), [algorithm])
    bytes += taken.length
    lines.push({ digest: taken.digests.get(algorithm) ?? '', path })
  }
  const tags = new Map([
    ['bagit.txt', formatDeclaration()],
    ['bag-info.txt', formatInfo([...info, ['Payload-Oxum', `${bytes}.${lines.length}`]])],
    [`manifest-${algorithm}.txt`, formatManifest(lines)],
  ])
  const tagLines = []
  for (const [path, text] of tags) {
    const { digests } = await takeDigests(piecesOf(text), [algorithm])
    tagLines.push({ digest: digests.get(algorithm) ?? '', path })
  }
  return tags.set(`tagmanifest-${algorithm}.txt`, formatManifest(tagLines))
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
