// npm test: set-up, the static checks, then every test. `npm test -- PATHS` runs those tests only, without the checks.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages, root, runNode, say } from './bootstrap.mjs'
import { runChecks } from './check.mjs'

// What the tests check our output with, made by others: a browser, PDF and certificate tools.
const tools = [
  ['chromium', 'chromium'],
  ['pdfsig', 'poppler-utils'],
  ['qpdf', 'qpdf'],
  ['openssl', 'openssl'],
  ['certutil', 'libnss3-tools'],
]

function ensureTools() {
  const onPath = (name) => (process.env.PATH ?? '').split(':').some((dir) => existsSync(join(dir, name)))
  const missing = () => tools.filter(([name]) => !onPath(name)).map(([, deb]) => deb)
  if (missing().length === 0) return
  const line = `apt-get install -y --no-install-recommends ${missing().join(' ')}`
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    say(`installing the tools that tests check with: ${missing().join(', ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env })
    spawnSync('sh', ['-c', `${line} -qq`], { stdio: ['ignore', 2, 2], env })
  }
  if (missing().length > 0) {
    say(`the tests need tools made by others. Install them, then run again:\n  sudo ${line}`)
    process.exit(1)
  }
}

process.chdir(root)
ensurePackages()
ensureTools()
const paths = process.argv.slice(2)
const failed = paths.length === 0 ? runChecks() : []
const tests = await runNode([join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...paths])
if (failed.length > 0) say(`failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : tests
