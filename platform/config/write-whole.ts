import { randomBytes } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file whole or not at all, and onto the disk: what a power cut leaves is the old content or the new.
 * With `onlyIfMissing` an existing file is left as it is; answers whether this call wrote it.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  options: { readonly mode: number; readonly onlyIfMissing?: boolean },
): Promise<boolean> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.new`
  try {
    const file = await open(beside, 'wx', options.mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    if (options.onlyIfMissing) {
      // A link, unlike a renaming, never replaces: of two who make the same file at once, one wins.
      try {
        await link(beside, path)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
        throw error
      }
    } else await rename(beside, path)
    await syncFolder(dirname(path))
    return true
  } finally {
    await rm(beside, { force: true })
  }
}

/** Puts the names in a folder onto the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
