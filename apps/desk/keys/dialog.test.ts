import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const desk = join(import.meta.dirname, '..')

test('every dialog is the desk’s own, whose Escape leaves alone what is behind it', () => {
  const files = globSync('**/*.tsx', { cwd: desk })
  expect(files.length).toBeGreaterThan(100)
  const others = files.filter((file) => /<(?:Modal|Drawer)\b/.test(readFileSync(join(desk, file), 'utf8')))
  expect(others).toEqual(['keys/dialog.tsx'])
})
