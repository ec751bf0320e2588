// Builds the desk application when something it is made of has changed. Plain JavaScript: `npm start` calls it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages, root, runNode, say } from './bootstrap.mjs'

const target = join(root, 'dist', 'desk')
const stamp = join(target, '.build')
const sources = ['apps/desk', 'contracts', 'platform/i18n', 'package-lock.json', 'scripts/build-desk.mjs']

/**
 * Makes dist/desk match its sources; does nothing where it does already. Throws when the build fails.
 * @param {(line: string) => void} [report] gets a line of progress where there is work to do
 * @returns {Promise<void>}
 */
export async function ensureDesk(report = say) {
  const digest = digestOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  report('building the desk application (once after each change; some seconds)')
  // Built beside and then moved: a build that is cut off must not leave half an application behind.
  const beside = join(root, 'dist', `desk-${process.pid}`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  removeUnfinished()
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const code = await runNode(
    [vite, 'build', join(root, 'apps/desk'), '--outDir', beside, '--logLevel', 'warn'],
    // A test runner says otherwise of itself, and the desk would be made of the libraries' slow, talkative builds.
    { NODE_ENV: 'production' },
  )
  if (code !== 0) {
    rmSync(beside, { recursive: true, force: true })
    throw new Error('the desk application could not be built')
  }
  writeFileSync(join(beside, '.build'), digest)
  const old = join(root, 'dist', `desk-old-${process.pid}`)
  if (existsSync(target)) renameSync(target, old)
  renameSync(beside, target)
  rmSync(old, { recursive: true, force: true })
}

// What builds that were killed left beside.
function removeUnfinished() {
  for (const name of readdirSync(join(root, 'dist'))) {
    const pid = Number(/^desk-(?:old-)?(\d+)$/.exec(name)?.[1])
    if (pid && !isAlive(pid)) rmSync(join(root, 'dist', name), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error?.code === 'EPERM'
  }
}

function digestOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  if (/\.test\.tsx?$/.test(path)) return
  let entries
  try {
    entries = readdirSync(full).sort()
  } catch {
    hash.update(path).update('\0').update(readFileSync(full)).update('\0')
    return
  }
  for (const entry of entries) addTo(hash, join(path, entry))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensurePackages()
  await ensureDesk()
}
