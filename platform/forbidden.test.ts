import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDb, createTestDb } from './testing/test-db.ts'

// G7: nothing computes a risk of offending, ranks people by danger, or makes faces searchable.
const packages =
  /face-?(api|recognition|net|match|embedding)|insightface|arcface|facenet|deepface|compreface|rekognition|gait|recidiv/i
const columns =
  /face_(embedding|vector|template|id)|faceprint|risk_score|danger(ousness)?_(score|level|rank)|offending_risk|recidivism|movement_history/i

const root = dirname(import.meta.dirname)
let db: TestDb
beforeAll(async () => {
  db = await createTestDb()
})
afterAll(() => db.close())

describe('what is not built', () => {
  it('does not come in as a dependency', () => {
    const names = Object.keys(
      (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: object }).packages,
    )
    expect(names.length).toBeGreaterThan(300)
    expect(names.filter((name) => packages.test(name))).toEqual([])
    expect(packages.test('node_modules/face-api.js')).toBe(true)
  })

  it('does not come in as a column', async () => {
    const { rows } = await db.asSuperuser((client) =>
      client.query<{ name: string }>(
        `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
         where table_schema not in ('pg_catalog', 'information_schema')`,
      ),
    )
    expect(rows.length).toBeGreaterThan(300)
    expect(rows.filter((row) => columns.test(row.name))).toEqual([])
    expect(columns.test('registry.person.risk_score')).toBe(true)
  })

  it('does not come in as a route or a permission', () => {
    const names = readdirSync(join(root, 'modules'), { recursive: true, encoding: 'utf8' })
    expect(
      names.filter((name) => /face-(search|gallery|match)|predict|risk-score|movement-history/.test(name)),
    ).toEqual([])
  })
})
