/** The files of a bag: their paths from its top, parts divided by `/`, and their bytes piece by piece. */
export interface BagFiles {
  readonly paths: readonly string[]
  read(path: string): AsyncIterable<Uint8Array>
}

/** The algorithms that manifests of ours and of others are checked by. RFC 8493, 2.4, wants at least the last two. */
export const digestAlgorithms = ['md5', 'sha1', 'sha256', 'sha512'] as const
export type DigestAlgorithm = (typeof digestAlgorithms)[number]

/** Length of a digest in hexadecimal digits. */
export const digestLengths: Readonly<Record<DigestAlgorithm, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128 }

/** Digests of one run of bytes, all in one reading: lower-case hexadecimal by algorithm, and how many bytes there were. */
export type TakeDigests = (
  bytes: AsyncIterable<Uint8Array>,
  algorithms: readonly DigestAlgorithm[],
) => Promise<{ readonly length: number; readonly digests: ReadonlyMap<DigestAlgorithm, string> }>

/** A tag file whole, as text. Throws a `TypeError` where it is not UTF-8. */
export async function readText(files: BagFiles, path: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text = ''
  for await (const piece of files.read(path)) text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}
