import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseExport } from '#contracts/exhibits/case-export.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Scene, between, codeOf, done, openScene, readExhibit, recordOne, step } from './testing/scene.ts'

let app: TestApp
let investigator: Officer
let keeper: Officer
let desk2: Officer
let prosecutor: Officer
let scene: Scene
beforeAll(async () => {
  app = await createTestApp()
  investigator = await app.as('investigator')
  keeper = await app.as('storekeeper')
  desk2 = await app.as('desk2')
  prosecutor = await app.as('prosecutor')
  scene = await openScene(investigator)
})
afterAll(() => app.close())

const phone = () =>
  recordOne(investigator, scene, app.clock.now(), {
    item: { kind: 'phone', detail: { description: 'هاتف', serialNumbers: ['356938035643809'] }, sealNumber: 'KH-7' },
  })
const exported = (by: Officer, id: string) => done<CaseExport>(by.get(`/exhibits/${id}/case-export`))
const ofType = (bundle: CaseExport, type: string) =>
  bundle['uco-core:object'].filter((node) => [node['@type']].flat().includes(type))

it('says each movement of the chain, its persons, and the hash of each file', async () => {
  const { id } = await phone()
  await step(investigator, id, 'opening', { ...between(investigator, keeper), why: 'أخذ نسخة', sealSeen: 'KH-7' })
  const bytes = randomBytes(400)
  const upload = await done<{ id: string }>(
    investigator.post('/uploads', { name: 'a.bin', mediaType: 'application/octet-stream', size: bytes.length }),
  )
  const type = { 'content-type': 'application/octet-stream' }
  await done(investigator.send('PUT', `/uploads/${upload.id}?offset=0`, bytes, type))
  await done(investigator.post(`/exhibits/${id}/files`, { uploadId: upload.id }))

  const bundle = await exported(investigator, id)
  const { movements, reference } = await readExhibit(investigator, id)
  expect(movements.length).toBe(3)
  const actions = ofType(bundle, 'case-investigation:InvestigativeAction')
  expect(actions.map((action) => action['uco-core:name'])).toEqual(movements.map((movement) => movement.kind))
  expect(actions.map((action) => action['uco-action:startTime'])).toEqual(
    movements.map((movement) => ({ '@type': 'xsd:dateTime', '@value': movement.occurredAt })),
  )
  expect(ofType(bundle, 'uco-observable:MobilePhone')).toMatchObject([{ 'uco-core:name': reference }])
  expect(ofType(bundle, 'uco-identity:Person').map((person) => person['uco-core:name'])).toContain('سالم التجريبي')
  expect(JSON.stringify(ofType(bundle, 'uco-observable:File'))).toContain(
    createHash('sha256').update(bytes).digest('hex'),
  )
})

it('is recorded, under its case, and counts as an export of the case', async () => {
  const { id, reference } = await phone()
  await exported(keeper, id)
  const rows = await app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<object>(
      `select kind, codes, purpose_id from audit.event where type = 'exhibit.exported' and subjects @> $1`,
      [JSON.stringify([{ type: 'exhibit', id }])],
    )
    return rows
  })
  expect(rows).toEqual([{ kind: 'read', codes: { reference, format: 'CASE/UCO' }, purpose_id: scene.caseId }])
})

it('is for those who see the case and may export: nobody else, and a prosecutor once it waits for the office', async () => {
  const mine = await openScene(investigator)
  const { id } = await recordOne(investigator, mine, app.clock.now())
  const url = `/exhibits/${id}/case-export`
  expect((await app.http.inject({ url: `/api${url}` })).statusCode).toBe(401)
  expect(codeOf(await (await app.as('admin')).get(url))).toEqual([403, 'NOT_PERMITTED'])
  expect(codeOf(await desk2.get(url))).toEqual([404, 'NOT_FOUND'])
  expect(codeOf(await prosecutor.get(url))).toEqual([404, 'NOT_FOUND'])
  const { version } = await done<{ version: number }>(investigator.get(`/cases/${mine.caseId}`))
  const file = { prosecutorUnitId: app.units.parquet, baseVersion: version }
  await done(investigator.post(`/cases/${mine.caseId}/prosecutor`, file))
  expect((await exported(prosecutor, id))['uco-core:name']).toBe((await readExhibit(prosecutor, id)).caseReference)
})
