import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Calculator } from './compare.ts'

const path = join(import.meta.dirname, 'calculator.ts')

/** The second calculator; undefined while it is not in the tree. */
export async function findCalculator(): Promise<Calculator | undefined> {
  if (!existsSync(path)) return undefined
  return ((await import(pathToFileURL(path).href)) as { calculate: Calculator }).calculate
}
