import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = dirname(import.meta.dirname)
const reportSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

function cruise(cwd: string, folders: readonly string[]): z.output<typeof reportSchema> {
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd, encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
  )
  if (!run.stdout) throw new Error(run.stderr)
  return reportSchema.parse(JSON.parse(run.stdout))
}

describe('the borders of the house', () => {
  it('hold', () => {
    const report = cruise(root, ['platform', 'contracts', 'modules', 'country', 'apps', 'bench'])
    const own = report.modules.filter((module) => /^(platform|contracts|modules|country|apps)\//.test(module.source))
    // A tool that sees nothing finds nothing.
    expect(own.length).toBeGreaterThan(100)
    expect(report.summary.violations.map((found) => `${found.rule.name}: ${found.from} → ${found.to}`)).toEqual([])
  })
})

describe('a planted violation', () => {
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(join(root, '.daira-borders-'))
    const files: Record<string, string> = {
      'tsconfig.json': '{"compilerOptions":{"module":"nodenext","allowImportingTsExtensions":true,"noEmit":true}}',
      'package.json': '{"type":"module"}',
      'platform/a.ts': `import '../modules/one/index.ts'`,
      'contracts/a.ts': `import '../modules/one/index.ts'`,
      'modules/one/index.ts': `import '../two/insides.ts'`,
      'modules/one/country.ts': `import '../../country/c.ts'`,
      'modules/one/app.ts': `import '../../apps/server/a.ts'`,
      'modules/one/domain/rule.ts': `import 'node:fs'`,
      'modules/two/insides.ts': `export const b = 1`,
      'country/c.ts': `import '../modules/two/insides.ts'`,
      'apps/server/a.ts': `export const a = 1`,
      'apps/desk/page.ts': `import '../../modules/two/insides.ts'`,
      'modules/two/left.ts': `import './right.ts'`,
      'modules/two/right.ts': `import './left.ts'`,
    }
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(dir, name)), { recursive: true })
      await writeFile(join(dir, name), name.endsWith('.ts') ? `${text}\nexport const here = 1\n` : text)
    }
  })
  afterAll(() => rm(dir, { recursive: true, force: true }))

  it('of every rule is found', () => {
    const found = new Set(
      cruise(dir, ['platform', 'contracts', 'modules', 'country', 'apps']).summary.violations.map(
        (each) => each.rule.name,
      ),
    )
    expect([...found].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'contracts-are-shapes-only',
      'countries-know-schemas-only',
      'desk-speaks-by-contract',
      'domain-does-no-io',
      'modules-enter-by-the-door',
      'modules-know-no-application',
      'modules-know-no-country',
      'no-circles',
      'platform-stands-alone',
    ])
  })
})
