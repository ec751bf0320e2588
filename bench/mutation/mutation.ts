import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Bench } from '../bench-result.ts'
import { projectRoot } from '../../apps/server/home.ts'

interface Target {
  readonly name: string
  readonly mutate: readonly string[]
  /** Per cent of the mutants that the tests must notice. */
  readonly bar: number
}

/**
 * Code that decides, and whose tests need no database. What says who may do what, and what proves it, has the higher bar; what
 * says how long a person may be held, the highest.
 */
const targets: readonly Target[] = [
  { name: 'authz', mutate: ['platform/authz/*.ts'], bar: 85 },
  { name: 'audit', mutate: ['platform/audit/log/*.ts', '!platform/audit/log/test-*.ts'], bar: 85 },
  { name: 'documents', mutate: ['modules/documents/domain/*.ts'], bar: 70 },
  { name: 'casework', mutate: ['modules/casework/domain/*.ts'], bar: 70 },
  { name: 'custody-clock', mutate: ['modules/custody/domain/clock*.ts'], bar: 95 },
]

const noticed = new Set(['Killed', 'Timeout'])
const unnoticed = new Set(['Survived', 'NoCoverage'])
const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string().optional(),
          status: z.string(),
          location: z.object({ start: z.object({ line: z.int() }) }),
        }),
      ),
    }),
  ),
})

/**
 * Mutation testing (Stryker): each small change of the code must turn a test red. `npm run bench -- mutation [TARGET …]`. A long
 * proof, no part of the tests. The mutants that lived are listed in out/mutation.
 */
export const run: Bench = async (args) => {
  const unknown = args.filter((arg) => !targets.some((target) => target.name === arg))
  if (unknown.length > 0) throw new Error(`known targets: ${targets.map((target) => target.name).join(', ')}`)
  const chosen = args.length === 0 ? targets : targets.filter((target) => args.includes(target.name))
  const dir = join(projectRoot, 'out', 'mutation')
  await mkdir(dir, { recursive: true })
  const rows: Record<string, string | number>[] = []
  let ok = true
  for (const target of chosen) {
    const { killed, lived } = await mutate(target, dir)
    const all = killed + lived.length
    const score = all === 0 ? 0 : (100 * killed) / all
    ok &&= score >= target.bar
    rows.push({
      target: target.name,
      mutants: all,
      noticed: killed,
      'score %': Number(score.toFixed(1)),
      'bar %': target.bar,
    })
    await writeFile(join(dir, `${target.name}-lived.txt`), `${lived.join('\n')}\n`)
  }
  const figure = rows.map((row) => `${row['target']} ${row['score %']} %`).join(', ')
  const bar = chosen.map((target) => `${target.name} ≥ ${target.bar} %`).join(', ')
  return { name: 'mutation', rows, figure, bar, ok, notes: [`what lived: ${dir}/*-lived.txt`] }
}

async function mutate(target: Target, dir: string): Promise<{ killed: number; lived: string[] }> {
  const report = join(dir, `${target.name}.json`)
  const config = join(dir, `${target.name}.config.json`)
  await rm(report, { force: true })
  await writeFile(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      vitest: { configFile: 'bench/mutation/vitest.config.ts' },
      mutate: [...target.mutate, '!**/*.test.ts'],
      // The tests read forms, fonts and policies; the rest of the tree need not be copied.
      ignorePatterns: ['out', '.daira', 'apps/desk', 'e2e', 'apps/server/old-databases/data', 'docs'],
      coverageAnalysis: 'perTest',
      // What runs once when a file is loaded would need the whole suite for each mutant.
      ignoreStatic: true,
      concurrency: 1,
      timeoutMS: 20_000,
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      tempDirName: '.stryker-tmp',
      allowConsoleColors: false,
      checkers: [],
    }),
  )
  await new Promise<void>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(projectRoot, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config],
      { cwd: projectRoot, stdio: 'inherit' },
    )
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`Stryker ended with ${code}`))))
  })
  const { files } = reportSchema.parse(JSON.parse(await readFile(report, 'utf8')))
  const mutants = Object.entries(files).flatMap(([file, { mutants: found }]) =>
    found.map((each) => ({ file, ...each })),
  )
  return {
    killed: mutants.filter(({ status }) => noticed.has(status)).length,
    lived: mutants
      .filter(({ status }) => unnoticed.has(status))
      .map((each) => `${each.file}:${each.location.start.line} ${each.mutatorName} → ${each.replacement ?? ''}`),
  }
}
