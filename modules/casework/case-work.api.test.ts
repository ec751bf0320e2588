import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { charters } from '#country/testland/charters/index.ts'
import { offences } from '#country/testland/offences/index.ts'
import { systemIds } from '#platform/ids.ts'
import { identityRoles } from '#modules/identity/index.ts'
import { organisationRoles } from '#modules/organisation/index.ts'
import { registryRoles } from '#modules/registry/index.ts'
import { mergeRoles } from '../../apps/server/roles.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import type { CaseFile } from '#contracts/casework/case.ts'
import { caseworkRoles } from './index.ts'
import { type Desk, createCaseworkApp, deskOf } from './testing/casework-app.ts'

let app: TestApp
let http: FastifyInstance
let at: (key: string) => Promise<Desk>
const law = { offences, civilDate: (instant: Date) => instant.toISOString().slice(0, 10) }

beforeAll(async () => {
  app = await createTestApp()
  http = await createCaseworkApp({
    kernel: app.house.kernel,
    loading: { ownerUrl: app.db.ownerUrl, vault: app.house.keyring.vault, clock: app.clock, ids: systemIds },
    roles: mergeRoles([organisationRoles, identityRoles, caseworkRoles, registryRoles]),
    charters,
    law,
  })
  at = async (key) => deskOf(http, await app.as(key))
})
afterAll(async () => {
  await http.close()
  await app.close()
})

describe('a case', () => {
  it('opens, is read and stands in the queues', async () => {
    const desk = await at('desk')
    const opened = await desk.done<{ id: string; reference: string }>('/cases', {
      offences: [{ code: 'tl.tc.1' }],
      facts: { happenedFrom: '2026-11-22T20:00:00Z', place: 'السوق القديم', how: 'سُرقت الدراجة من أمام الدكان.' },
      participants: [
        {
          role: 'complainant',
          standing: 'fact',
          person: {
            source: 'document',
            names: [
              { script: 'ar', given: 'سلمى', family: 'الإدريسي' },
              { script: 'latin', given: 'Salma', family: 'El Idrissi' },
            ],
            documents: [{ kind: 'national-id', number: 'AB 123456', country: 'MA' }],
          },
        },
      ],
    })
    expect(opened.reference).toBe('2026/1')
    const file = await desk.get(`/cases/${opened.id}`)
    expect(file.statusCode).toBe(200)
    expect(file.json<CaseFile>()).toMatchObject({
      state: 'open',
      offenceClass: 'delit_correctionnel',
      place: 'السوق القديم',
      participants: [{ role: 'complainant', person: { nameAr: 'سلمى الإدريسي', nameLatin: 'Salma El Idrissi' } }],
      can: { changeFacts: true, close: false, seal: false },
    })
    const list = await desk.get('/cases?queue=unit')
    expect(list.json()).toMatchObject({ items: [{ id: opened.id, people: [{ nameLatin: 'Salma El Idrissi' }] }] })
    expect((await desk.get('/cases/queues')).json()).toEqual({ mine: 0, unit: 1, overdue: 0, waiting: 0, incoming: 0 })
  })
})
