import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Kernel, createKernel } from '#platform/commands/kernel.ts'
import { createManualClock } from '#platform/clock.ts'
import { hashToken } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import { createVault } from '#platform/keys/vault.ts'
import { type TestDb, createTestDb } from '#platform/testing/test-db.ts'
import { loadOrganisation, loadRoles, organisationRoles } from '#modules/organisation/index.ts'
import { testlandOrganisation } from '#country/testland/organisation/index.ts'
import {
  createEnrolOfficer,
  createOpenSession,
  createPasswords,
  makeTotpSecret,
  Secret,
  totpCode,
  trainingCost,
} from './index.ts'

let db: TestDb
let kernel: Kernel
const clock = createManualClock(new Date('2026-11-23T09:00:00Z'))
const passwords = createPasswords(trainingCost)
const vault = createVault(randomBytes(32))
const deps = {
  vault,
  passwords,
  randomBytes,
  secureCookies: false,
  issuer: 'Daira',
  webauthn: { rpId: 'localhost', origins: ['http://localhost'] },
}
const enrol = createEnrolOfficer(deps)
const open = createOpenSession(deps)
const unit = async (): Promise<string> => {
  const { rows } = await db.app.pool.query<{ id: string }>(
    `select id from organisation.unit where closed_on is null and parent_id is not null order by code limit 1`,
  )
  return rows[0]?.id ?? ''
}

let number = 0
async function enrolOne(totpSecret?: string): Promise<{ serviceNumber: string; officerId: string }> {
  number += 1
  const serviceNumber = `T${number}`
  const { officerId } = await kernel.run(enrol, { kind: 'set-up' }, systemIds.next(), {
    serviceNumber,
    nameAr: 'سعاد بنعلي',
    nameLatin: 'Souad Benali',
    rankCode: null,
    sex: 'female',
    unitId: await unit(),
    post: 'desk',
    roles: [{ roleCode: 'administrator' }],
    passwordHash: await passwords.hash(new Secret('a long enough password')),
    ...(totpSecret ? { totpSecret } : {}),
  })
  return { serviceNumber, officerId }
}

const signIn = (serviceNumber: string, password: string, code?: string) => {
  const token = randomBytes(32).toString('base64url')
  return kernel
    .run(open, { kind: 'door' }, systemIds.next(), {
      serviceNumber,
      password: new Secret(password),
      ...(code ? { code: new Secret(code) } : {}),
      seat: 'own-desk',
      tokenHash: hashToken(token).toString('hex'),
    })
    .then((outcome) => ({ ...outcome, caller: { kind: 'session' as const, tokenHash: hashToken(token) } }))
}

beforeAll(async () => {
  db = await createTestDb()
  const context = { ownerUrl: db.ownerUrl, vault, clock, ids: systemIds }
  await loadOrganisation(context, testlandOrganisation)
  await loadRoles(
    context,
    Object.entries(organisationRoles).map(([code, permissions]) => ({
      code,
      labels: { ar: 'دور', fr: code, en: code },
      permissions,
    })),
  )
  kernel = createKernel({ database: db.app, vault, clock, ids: systemIds })
})
afterAll(() => db.close())

describe('signing in', () => {
  it('opens with password and code, and the same code opens nothing again', async () => {
    const secret = makeTotpSecret()
    const { serviceNumber } = await enrolOne(secret)
    const code = await totpCode(secret, clock.now())
    expect((await signIn(serviceNumber, 'a long enough password', code)).outcome).toBe('opened')
    expect((await signIn(serviceNumber, 'a long enough password', code)).outcome).toBe('refused')
    clock.advance(60_000)
    const next = await totpCode(secret, clock.now())
    expect(await signIn(serviceNumber, 'a long enough password', next)).toMatchObject({
      outcome: 'opened',
      restricted: false,
    })
  })
})
