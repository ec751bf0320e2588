// node scripts/run.mjs FILE [ARGS]: set-up, then FILE under the Node.js the project uses.
import { ensurePackages, runNode } from './bootstrap.mjs'

ensurePackages()
process.exitCode = await runNode(process.argv.slice(2))
