import { type Entry, type FileEntry, BlobReader, ZipReader, ZipWriter, configure } from '@zip.js/zip.js'
import type { BagFiles } from '#platform/bagit/index.ts'

configure({ useWebWorkers: false })

/** Why a file is no package that could be read at all. */
export type UnreadableReason = 'NOT_A_ZIP' | 'NOT_ONE_FOLDER' | 'NAME_UNSAFE' | 'NAME_TWICE' | 'ENCRYPTED'

export class PackageUnreadable extends Error {
  override readonly name = 'PackageUnreadable'
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason) {
    super(`the package cannot be read: ${reason}`)
    this.reason = reason
  }
}

/**
 * Writes a package as one ZIP file with one folder, as BagIt wants it (RFC 8493, 4). Entries are stored as they are: PDF and pictures
 * are compressed already, and a reader needs nothing but the standard.
 */
export async function writePackageZip(
  files: BagFiles,
  { folder, at }: { readonly folder: string; readonly at: Date },
  target: WritableStream<Uint8Array>,
): Promise<void> {
  const zip = new ZipWriter(target, { level: 0, useUnicodeFileNames: true, extendedTimestamp: false, lastModDate: at })
  for (const path of files.paths) await zip.add(`${folder}/${path}`, streamOf(files.read(path)))
  await zip.close()
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}

/** The files of a package that lies in a ZIP file, read where they are wanted. @throws PackageUnreadable */
export async function openPackageZip(zip: Blob): Promise<{ readonly folder: string; readonly files: BagFiles }> {
  const entries = await entriesOf(zip)
  const folders = new Set(entries.map(({ filename }) => filename.split('/')[0] ?? ''))
  const [folder = ''] = folders
  if (folders.size !== 1 || entries.some(({ filename }) => !filename.includes('/')))
    throw new PackageUnreadable('NOT_ONE_FOLDER')
  const byPath = new Map<string, FileEntry>()
  for (const entry of entries) {
    if (entry.directory) continue
    if (entry.encrypted) throw new PackageUnreadable('ENCRYPTED')
    if (!isSafe(entry.filename)) throw new PackageUnreadable('NAME_UNSAFE')
    const path = entry.filename.slice(folder.length + 1)
    if (byPath.has(path)) throw new PackageUnreadable('NAME_TWICE')
    byPath.set(path, entry)
  }
  const read = (path: string): AsyncIterable<Uint8Array> => {
    const entry = byPath.get(path)
    if (!entry) throw new RangeError(`the package holds no ${path}`)
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    // What fails while it is unpacked ends the stream, and with it whoever reads.
    entry.getData(writable).catch((error: unknown) => writable.abort(error).catch(() => undefined))
    return readable
  }
  return { folder, files: { paths: [...byPath.keys()].toSorted(), read } }
}

async function entriesOf(zip: Blob): Promise<Entry[]> {
  try {
    return await new ZipReader(new BlobReader(zip)).getEntries()
  } catch {
    throw new PackageUnreadable('NOT_A_ZIP')
  }
}

const isSafe = (name: string): boolean =>
  !name.includes('\\') &&
  !name.includes('\0') &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
