import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureDesk } from './build-desk.mjs'

test('the desk is made of the libraries as they are for use, whoever asks for the build', async () => {
  expect(process.env['NODE_ENV']).toBe('test')
  await ensureDesk(() => undefined)
  const assets = join(import.meta.dirname, '..', 'dist', 'desk', 'assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(20)
  expect(scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('jsxDEV'))).toEqual([])
}, 120_000)
