#!/usr/bin/env node
// npx daira COMMAND: the command line of the project.
import { ensurePackages, root, runNode } from './bootstrap.mjs'
import { join } from 'node:path'

ensurePackages()
process.exitCode = await runNode([join(root, 'apps/server/cli.ts'), ...process.argv.slice(2)])
