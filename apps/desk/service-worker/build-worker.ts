import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

// Older browsers than those we build for would want them.
const notNeeded = /\.woff$/

/** Writes sw.js beside the built files: the worker, with their addresses and a version that changes with any of them. */
export function buildWorker(): Plugin {
  return {
    name: 'daira-service-worker',
    writeBundle: {
      order: 'post',
      handler: ({ dir }) => {
        if (dir === undefined) return
        const names = readdirSync(dir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
          .filter((name) => name !== 'sw.js' && !name.startsWith('.') && !notNeeded.test(name))
          .toSorted()
        const worker = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
        const hash = createHash('sha256').update(worker)
        for (const name of names) hash.update(name).update(readFileSync(join(dir, name)))
        const files = names.map((name) => (name === 'index.html' ? '/' : `/${name}`))
        const head = `const version = '${hash.digest('hex').slice(0, 16)}', files = ${JSON.stringify(files)}\n`
        writeFileSync(join(dir, 'sw.js'), head + worker)
      },
    },
  }
}
