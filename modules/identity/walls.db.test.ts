import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineCommand, defineQuery, type Tx } from '#platform/commands/types.ts'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'

let app: TestApp
let head: Officer
let desk: Officer
let desk2: Officer
let admin: Officer
beforeAll(async () => {
  app = await createTestApp()
  ;[head, desk, desk2, admin] = [
    await app.as('head'),
    await app.as('desk'),
    await app.as('desk2'),
    await app.as('admin'),
  ]
})
afterAll(() => app.close())

const nothing = z.strictObject({})
type Work = (tx: Tx) => Promise<unknown>
type Row = Record<string, unknown>

/** A command whose author forgot every check: only the database stands in its way. */
const careless = (who: Officer, permission: string, work: Work): Promise<unknown> =>
  app.house.kernel.run(
    defineCommand({
      type: 'test.careless',
      permission,
      input: nothing,
      execute: async (tx) => ({ result: await work(tx), event: { type: 'test.careless', subjects: [] } }),
    }),
    who.caller,
    systemIds.next(),
    {},
  )
const look = (who: Officer, permission: string, work: Work): Promise<unknown> =>
  app.house.kernel.ask(
    defineQuery({
      type: 'test.look',
      permission,
      input: nothing,
      recorded: false,
      execute: async (tx) => ({ result: await work(tx) }),
    }),
    who.caller,
    {},
  )
const insert =
  (table: string, values: (tx: Tx) => Row): Work =>
  async (tx) => {
    await tx.tables<Record<string, Row>>().insertInto(table).values(values(tx)).execute()
    return 1
  }
const update =
  (table: string, set: Row, column: string, id: string): Work =>
  async (tx) => {
    const rows = await tx
      .tables<Record<string, Row>>()
      .updateTable(table)
      .set(set)
      .where(column, '=', id)
      .returning(column)
      .execute()
    return rows.length
  }
const count =
  (table: string, column: string, id: string): Work =>
  async (tx) => {
    const rows = await tx
      .tables<Record<string, Row>>()
      .selectFrom(table)
      .select(column)
      .where(column, '=', id)
      .execute()
    return rows.length
  }
const refused = { code: '42501' }

const grant = (officerId: string, roleCode: string, unitId: string): Work =>
  insert('organisation.role_grant', (tx) => ({
    id: tx.ids.next(),
    officer_id: officerId,
    role_code: roleCode,
    unit_id: unitId,
    reason: 'posting',
    starts_at: tx.now,
  }))

describe('where a command forgot to check, the database still refuses', () => {
  it('a role beyond one’s own, for oneself, or at another unit', async () => {
    await expect(
      careless(head, 'role.grant', grant(desk.officerId, 'administrator', app.units.p1)),
    ).rejects.toMatchObject(refused)
    await expect(
      careless(head, 'role.grant', grant(head.officerId, 'desk-officer', app.units.p1)),
    ).rejects.toMatchObject(refused)
    await expect(
      careless(head, 'role.grant', grant(desk2.officerId, 'desk-officer', app.units.p2)),
    ).rejects.toMatchObject(refused)
    await expect(
      careless(admin, 'role.grant', grant(admin.officerId, 'inspector', app.units.national)),
    ).rejects.toMatchObject(refused)
    // The same statement within one's rights goes through: it is the policy that refuses, not the test.
    expect(await careless(head, 'role.grant', grant(desk.officerId, 'desk-officer', app.units.p1))).toBe(1)
  })

  it('a change of units or officers under another permission', async () => {
    expect(await careless(head, 'role.grant', update('organisation.unit', { version: 9 }, 'id', app.units.p1))).toBe(0)
    expect(
      await careless(head, 'role.grant', update('organisation.officer', { state: 'suspended' }, 'id', desk.officerId)),
    ).toBe(0)
    expect(
      await careless(head, 'absence.record', update('organisation.officer', { post: 'x' }, 'id', desk2.officerId)),
    ).toBe(0)
    const absence = (officerId: string, unitId: string): Work =>
      insert('organisation.absence', (tx) => ({
        id: tx.ids.next(),
        officer_id: officerId,
        unit_id: unitId,
        kind: 'leave',
        starts_at: tx.now,
        recorded_at: tx.now,
      }))
    await expect(careless(head, 'absence.record', absence(desk2.officerId, app.units.p2))).rejects.toMatchObject(
      refused,
    )
    expect(await careless(head, 'absence.record', absence(desk.officerId, app.units.p1))).toBe(1)
  })

  it('what another officer signs in with', async () => {
    for (const permission of ['self.session', 'officer.read', 'role.grant']) {
      for (const table of ['credential', 'authenticator', 'session']) {
        const own = await look(head, permission, count(`identity.${table}`, 'officer_id', head.officerId))
        expect(own).toBeGreaterThan(0)
        expect(await look(head, permission, count(`identity.${table}`, 'officer_id', desk.officerId))).toBe(0)
      }
    }
    expect(
      await careless(
        head,
        'role.grant',
        update('identity.session', { ended_at: new Date() }, 'officer_id', desk.officerId),
      ),
    ).toBe(0)
    expect(
      await careless(
        head,
        'self.enrol',
        update('identity.credential', { password_hash: 'x' }, 'officer_id', desk.officerId),
      ),
    ).toBe(0)
    const session = insert('identity.session', (tx) => ({
      id: tx.ids.next(),
      token_hash: Buffer.alloc(32),
      officer_id: desk.officerId,
      seat: 'own-desk',
      opened_at: tx.now,
      ends_at: new Date(tx.now.getTime() + 1000),
    }))
    await expect(careless(head, 'self.enrol', session)).rejects.toMatchObject(refused)
  })

  it('law data without a second person', async () => {
    const reference = insert('organisation.reference', (tx) => ({
      name: 'quality-rules',
      version: 99,
      data: '{}',
      valid_from: tx.now,
      origin: 'decision',
    }))
    await expect(careless(admin, 'law.approve', reference)).rejects.toMatchObject(refused)
    await expect(careless(admin, 'law.propose', reference)).rejects.toMatchObject(refused)
    const proposal = (state: string): Work =>
      insert('organisation.law_change', (tx) => ({
        id: tx.ids.next(),
        name: 'quality-rules',
        base_version: 1,
        data: '{}',
        legal_basis: 'none at all',
        state,
        proposed_by: admin.officerId,
        proposed_at: tx.now,
        ...(state === 'proposed' ? {} : { decided_by: head.officerId, decided_at: tx.now }),
      }))
    await expect(careless(admin, 'law.propose', proposal('approved'))).rejects.toMatchObject(refused)
    expect(await careless(admin, 'law.propose', proposal('proposed'))).toBe(1)
    const own = await careless(
      admin,
      'law.approve',
      update(
        'organisation.law_change',
        { state: 'rejected', decided_by: admin.officerId, decided_at: new Date() },
        'proposed_by',
        admin.officerId,
      ),
    )
    expect(own).toBe(0)
  })
})

describe('a connection of the application', () => {
  it('sees and changes nothing before it has said who acts', async () => {
    const { pool } = app.db.app
    for (const table of ['credential', 'authenticator', 'session', 'presence', 'challenge']) {
      expect((await pool.query(`select 1 from identity.${table}`)).rowCount).toBe(0)
    }
    expect((await pool.query(`update organisation.officer set post = 'x'`)).rowCount).toBe(0)
    await expect(pool.query(`delete from identity.session`)).rejects.toMatchObject(refused)
    await expect(pool.query(`delete from organisation.role_grant`)).rejects.toMatchObject(refused)
  })

  it('cannot make itself a job, and after a sign-in has been granted by posting, set-up is over', async () => {
    const { pool } = app.db.app
    const id = systemIds.next()
    await expect(pool.query(`select identity.enter_job('x', $1, now())`, [id])).rejects.toMatchObject(refused)
    const { rows } = await pool.query<{ open: boolean }>(
      `select identity.enter_set_up('officer.change', $1, now()) as open`,
      [id],
    )
    expect(rows).toEqual([{ open: false }])
  })
})

describe('what opens an account', () => {
  const credential = (set: Row): Work => update('identity.credential', set, 'officer_id', desk.officerId)

  it('is changed by nobody for another without an approval in the same transaction', async () => {
    for (const [who, permission] of [
      [admin, 'credential.reset'],
      [admin, 'credential.approve'],
      [admin, 'officer.change'],
      [head, 'credential.approve'],
    ] as const) {
      expect(await careless(who, permission, credential({ must_change: true }))).toBe(0)
      const factors = update('identity.authenticator', { label: 'stolen' }, 'officer_id', desk.officerId)
      expect(await careless(who, permission, factors)).toBe(0)
    }
    expect(await careless(desk, 'self.enrol', credential({ locale: 'ar' }))).toBe(1)
  })

  it('is approved by no first person, and asked for in no other’s name', async () => {
    const row =
      (askedBy: string): Work =>
      async (tx) =>
        insert('identity.recovery', () => ({
          id: tx.ids.next(),
          officer_id: desk.officerId,
          unit_id: app.units.p1,
          area: 'x',
          reason: 'careless',
          state: 'asked',
          asked_by: askedBy,
          asked_at: tx.now,
          expires_at: new Date(tx.now.getTime() + 3_600_000),
          first_half: Buffer.from('x'),
        }))(tx)
    await expect(careless(admin, 'credential.reset', row(head.officerId))).rejects.toMatchObject(refused)
    expect(await careless(admin, 'credential.reset', row(admin.officerId))).toBe(1)
    const approve: Work = async (tx) =>
      update(
        'identity.recovery',
        { state: 'approved', first_half: null, decided_by: tx.actor.officerId, decided_at: tx.now },
        'officer_id',
        desk.officerId,
      )(tx)
    await expect(careless(admin, 'credential.approve', approve)).rejects.toMatchObject(refused)
    // The head's role is younger than three days.
    await expect(careless(head, 'credential.approve', approve)).rejects.toMatchObject(refused)
    expect(await careless(desk2, 'credential.approve', approve).catch(() => 0)).toBe(0)
  })
})
