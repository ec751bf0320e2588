import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../home.ts'

export interface ConformanceResult {
  readonly name: string
  readonly summary: string
  readonly lines: readonly string[]
  readonly faults: readonly string[]
}

const standardSchema = z.object({
  requirements: z.array(z.object({ req_id: z.string(), L: z.enum(['1', '2', '3']), req_description: z.string() })),
})

const evidenceSchema = z.record(
  z.string().regex(/^V\d+\.\d+\.\d+$/),
  z.discriminatedUnion('state', [
    /** Met, and a test of ours would fail if it were not. */
    z.strictObject({ state: z.literal('tested'), evidence: z.array(z.string()).min(1) }),
    /** Met by design; the file shows how. */
    z.strictObject({ state: z.literal('met'), evidence: z.array(z.string()).min(1) }),
    z.strictObject({ state: z.literal('not-applicable'), reason: z.string().min(10) }),
    z.strictObject({ state: z.literal('open'), reason: z.string().min(10) }),
  ]),
)

/**
 * OWASP ASVS 5.0.0, levels 1 and 2: every requirement has a row in docs/asvs.json that says where it is met, why it does not
 * apply, or what is open; every row names a requirement that exists and files that exist.
 */
export async function checkAsvs(folder: string): Promise<ConformanceResult> {
  const path = join(folder, 'asvs', 'OWASP_Application_Security_Verification_Standard_5.0.0_en.flat.json')
  const standard = standardSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const rows = evidenceSchema.parse(JSON.parse(await readFile(join(projectRoot, 'docs', 'asvs.json'), 'utf8')))
  return compareAsvs(standard.requirements, rows, (file) => existsSync(join(projectRoot, file)))
}

/** The comparison itself; `exists` says whether a file of evidence is there. */
export function compareAsvs(
  requirements: z.output<typeof standardSchema>['requirements'],
  rows: z.output<typeof evidenceSchema>,
  exists: (file: string) => boolean,
): ConformanceResult {
  const wanted = requirements.filter((requirement) => requirement.L !== '3')
  const known = new Set(requirements.map((requirement) => requirement.req_id))
  const faults = [
    ...wanted.filter(({ req_id }) => !(req_id in rows)).map(({ req_id }) => `${req_id} has no row`),
    ...Object.keys(rows)
      .filter((id) => !known.has(id))
      .map((id) => `${id} is no requirement of the standard`),
    ...Object.entries(rows).flatMap(([id, row]) =>
      'evidence' in row
        ? row.evidence.filter((file) => !exists(file)).map((file) => `${id} names ${file}, which does not exist`)
        : [],
    ),
    ...Object.entries(rows).flatMap(([id, row]) =>
      row.state === 'tested' && !row.evidence.some((file) => /\.(test\.tsx?|e2e\.ts)$/.test(file))
        ? [`${id} is called tested and names no test`]
        : [],
    ),
  ]
  const count = (state: string): number => wanted.filter(({ req_id }) => rows[req_id]?.state === state).length
  const applicable = wanted.length - count('not-applicable')
  return {
    name: 'asvs',
    summary: `${wanted.length} requirements of levels 1 and 2: ${count('tested')} tested, ${count('met')} met by design, ${count('open')} open, ${count('not-applicable')} not applicable (${Math.round((100 * (count('tested') + count('met'))) / applicable)} % of the applicable met)`,
    lines: wanted
      .filter(({ req_id }) => rows[req_id]?.state === 'open')
      .map(({ req_id }) => {
        const row = rows[req_id]
        return `open ${req_id}: ${row && 'reason' in row ? row.reason : ''}`
      }),
    faults,
  }
}
