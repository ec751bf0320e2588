import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '#platform/config/write-whole.ts'
import { makePasswords } from '#platform/db/cluster.ts'

/** The project's root folder. */
export const projectRoot = dirname(dirname(import.meta.dirname))

const passwordsSchema = z.object({ daira_owner: z.string(), daira_app: z.string(), daira_worker: z.string() })
const stateSchema = z.object({
  version: z.literal(1),
  logOrigin: z.string(),
  passwords: passwordsSchema,
})

/** What an installation must remember beside its database. Written once, at the first start. */
export type HomeState = z.output<typeof stateSchema>

/** Folder of the installation's data: `DAIRA_HOME`, else a place that the database server's user can walk into. */
export function homeDir(env: NodeJS.ProcessEnv = process.env): string {
  if (env['DAIRA_HOME']) return resolve(env['DAIRA_HOME'])
  if (process.getuid?.() !== 0) return join(projectRoot, '.daira')
  const name = `${basename(projectRoot)}-${createHash('sha256').update(projectRoot).digest('hex').slice(0, 8)}`
  return join('/var/lib/daira', name)
}

/** Reads the state of the installation in `home`, making it the first time. */
export async function openState(home: string): Promise<HomeState> {
  await mkdir(home, { recursive: true, mode: 0o755 })
  const dir = join(home, 'secrets')
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await chmod(dir, 0o700)
  const path = join(dir, 'state.json')
  if (existsSync(path)) return stateSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const state: HomeState = {
    version: 1,
    logOrigin: `daira/${randomBytes(8).toString('hex')}`,
    passwords: makePasswords(),
  }
  // Half a file after a power cut would lock the database's doors for good.
  await writeWhole(path, JSON.stringify(state, null, 2), { mode: 0o600, onlyIfMissing: true })
  return stateSchema.parse(JSON.parse(await readFile(path, 'utf8')))
}
