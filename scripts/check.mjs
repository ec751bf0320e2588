// npm run check: types, lint, format and borders. Each says how much it saw; the first fault decides the exit code.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensurePackages, nodePath, root, say } from './bootstrap.mjs'

const floors = ['apps', 'bench', 'contracts', 'country', 'e2e', 'modules', 'platform', 'scripts']

const checks = [
  { name: 'types', args: ['node_modules/typescript/lib/tsc.js', '-p', '.'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...floors] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
]

/** Runs every check; answers with the names of those that failed. */
export function runChecks() {
  process.chdir(root)
  const failed = []
  for (const { name, args } of checks) {
    const started = Date.now()
    const done = spawnSync(
      nodePath(),
      args.map((arg, at) => (at === 0 ? join(root, arg) : arg)),
      { stdio: 'inherit' },
    )
    say(`${name}: ${done.status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (done.status !== 0) failed.push(name)
  }
  return failed
}

if (import.meta.url === `file://${process.argv[1]}`) {
  ensurePackages()
  process.exitCode = runChecks().length > 0 ? 1 : 0
}
