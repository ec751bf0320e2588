import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { UsageError } from './usage.ts'

/** Keys as given on the command line: a key itself, or a file with one a line (lines that begin with # are remarks). */
export async function keysFrom(given: readonly string[]): Promise<readonly string[]> {
  const keys: string[] = []
  for (const one of given) {
    if (/^[^+]+\+[0-9a-f]{8}\+.+$/.test(one)) keys.push(one)
    else if (existsSync(one)) keys.push(...linesOf(await readFile(one, 'utf8')))
    else throw new UsageError(`${one} is neither a key (name+id+base64) nor a file with keys.`)
  }
  return keys
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
