// npm start: set-up, then the installation with all its parts.
import { join } from 'node:path'
import { ensurePackages, root, runNode } from './bootstrap.mjs'
import { launchers } from './launchers.mjs'

process.chdir(root)
ensurePackages()
process.exitCode = await runNode(['apps/server/start.ts', ...process.argv.slice(2)], {
  DAIRA_LAUNCHERS: launchers().join(','),
  // What Node.js has compiled once it need not compile at the next start; where the folder cannot be written, it does.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
})
