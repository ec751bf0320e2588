import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './bench-result.ts'

const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  // A bench is a folder with a file of its name that runs it; others hold what several share.
  .filter((each) => existsSync(join(import.meta.dirname, each, `${each}.ts`)))
  .toSorted((a, b) => a.localeCompare(b))

const [name, ...rest] = process.argv.slice(2)
if (name === '--list' || name === undefined) {
  for (const each of names) console.log(each)
  process.exitCode = name === undefined ? 1 : 0
} else if (!names.includes(name)) {
  console.error(`There is no bench ${name}. Known: ${names.join(', ')}`)
  process.exitCode = 1
} else {
  const { run } = (await import(join(import.meta.dirname, name, `${name}.ts`))) as { run: Bench }
  const result = await run(rest)
  if (result.rows.length === 0) throw new Error(`the bench ${name} measured nothing`)
  console.table(result.rows)
  for (const note of result.notes ?? []) console.log(note)
  console.log(`${result.name}: ${result.figure} (bar ${result.bar}): ${result.ok ? 'ok' : 'falls short'}`)
  process.exitCode = result.ok ? 0 : 1
}
