import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createManualClock } from '#platform/clock.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { systemIds } from '#platform/ids.ts'
import { createVault } from '#platform/keys/vault.ts'
import { type TestDb, createTestDb } from '#platform/testing/test-db.ts'
import { databaseNodes } from './database-nodes.ts'
import { inclusionProof, keySigner, leafHashOf, verifierKeyOf, verifyCheckpoint, verifyInclusion } from './log/index.ts'
import { createSequencer } from './sequencer.ts'

let db: TestDb
const clock = createManualClock(new Date('2026-11-23T09:00:00Z'))
const signer = keySigner('daira/test', generateKeyPairSync('ed25519').privateKey)
beforeAll(async () => {
  db = await createTestDb()
})
afterAll(() => db.close())

it('gives every event of parallel writers one place, signs the tree, and proves each leaf', async () => {
  const kernel = createKernel({ database: db.app, vault: createVault(randomBytes(32)), clock, ids: systemIds })
  const look = defineQuery({
    type: 'look',
    permission: 'look.up',
    input: z.strictObject({}),
    recorded: true,
    execute: (tx) =>
      Promise.resolve({
        result: null,
        access: { type: 'thing.read', subjects: [{ type: 'thing', id: tx.ids.next() }] },
      }),
  })
  const sequencer = createSequencer(db.worker, signer, clock)
  const rival = createSequencer(db.worker, signer, clock)
  const writers = Array.from({ length: 60 }, () => kernel.ask(look, { kind: 'set-up' }, {}))
  const running = Promise.all([sequencer.sequence(), rival.sequence()])
  await Promise.all(writers)
  await running
  await sequencer.sequence()
  const size = await sequencer.checkpoint()
  expect(size).toBe(60)
  expect(await sequencer.checkpoint()).toBeUndefined()

  const { rows } = await db.app.pool.query<{ seq: number; leaf: Buffer }>(
    'select seq, leaf from audit.leaf order by seq',
  )
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 60 }, (_, index) => index))
  const checkpoint = await db.app.pool.query<{ note: string; root: Buffer }>('select note, root from audit.checkpoint')
  const { note, root } = checkpoint.rows[0] ?? { note: '', root: Buffer.alloc(0) }
  expect(verifyCheckpoint(note, [verifierKeyOf(signer, 'ed25519')])).toMatchObject({ ok: true })
  for (const row of rows) {
    const proof = await inclusionProof(databaseNodes(db.app.kysely), row.seq, 60)
    expect(verifyInclusion({ leafHash: leafHashOf(row.leaf.toString()), index: row.seq, size: 60, root, proof })).toBe(
      true,
    )
  }
})
