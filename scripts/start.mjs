// npm start: set-up, then the installation with all its parts.
import { ensurePackages, root, runNode } from './bootstrap.mjs'
import { launchers } from './launchers.mjs'

process.chdir(root)
ensurePackages()
process.exitCode = await runNode(['apps/server/start.ts', ...process.argv.slice(2)], {
  DAIRA_LAUNCHERS: launchers().join(','),
})
