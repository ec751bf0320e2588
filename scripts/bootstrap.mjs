// Set-up shared by every command. Plain JavaScript that runs on Node.js 20: it makes the installed
// packages match the lock file, then hands over to the Node.js 24 that came with them.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = 24

/** Says one line of progress on standard error, so that standard output stays the command's own. */
export function say(line) {
  process.stderr.write(`daira · ${line}\n`)
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** Installs exactly what the lock file names, unless that was done already. */
export function ensurePackages() {
  const stamp = join(root, 'node_modules', '.daira-lock')
  const digest = lockDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  say('installing packages (once; a minute or two)')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Not `npm ci`: it refuses a lock file that lacks the binaries of platforms a registry mirror does not carry.
  // `--no-save` leaves the lock file as it is; what it names is installed to the version and hash it names.
  // On stderr: a command's own answer is all that stands on stdout.
  const done = spawnSync(
    npm,
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: withoutNpmState(process.env),
    },
  )
  if (done.status !== 0) {
    say('the packages could not be installed. Check the network and the npm registry, then run the same command again.')
    process.exit(1)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}

// Inside `npm start`, npm exports its own settings; passed on, they would change what `npm ci` does.
function withoutNpmState(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(config|package|lifecycle)_/.test(name)))
}

/** Path of a Node.js of the wanted major: this one where it fits, else the one the packages brought. */
export function nodePath() {
  if (Number(process.versions.node.split('.')[0]) === wanted) return process.execPath
  const name = process.platform === 'darwin' ? `node-bin-darwin-${process.arch}` : `node-linux-${process.arch}`
  try {
    return join(dirname(createRequire(join(root, 'x.js')).resolve(`${name}/package.json`)), 'bin', 'node')
  } catch {
    if (Number(process.versions.node.split('.')[0]) > wanted) return process.execPath
    say(
      `Node.js ${wanted} is needed and no package brings it for ${process.platform}-${process.arch}: install it, then run again.`,
    )
    process.exit(1)
  }
}

/** Runs a file under the wanted Node.js and answers with its exit code; signals are passed on. */
export function runNode(args, env = {}) {
  const node = nodePath()
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: process.cwd(),
    stdio: 'inherit',
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}`, ...env },
  })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
