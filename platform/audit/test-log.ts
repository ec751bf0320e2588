import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'
import { createManualClock } from '#platform/clock.ts'
import { type Kernel, createKernel } from '#platform/commands/kernel.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { systemIds } from '#platform/ids.ts'
import { type Vault, createVault } from '#platform/keys/vault.ts'
import { type TestDb, createTestDb } from '#platform/testing/test-db.ts'
import { type CheckReport, checkLog } from './check/check-log.ts'
import { type ExportOptions, planExport, writeExport } from './export/write-export.ts'
import {
  type CheckpointSigner,
  type Report,
  type Trust,
  formatVerifierKey,
  keySigner,
  verifierKeyOf,
  verifyBundle,
} from './log/index.ts'
import { createSequencer } from './sequencer.ts'

/** A log on a database of its own, made through commands; for tests. */
export interface TestLog {
  readonly db: TestDb
  readonly kernel: Kernel
  readonly vault: Vault
  readonly clock: ReturnType<typeof createManualClock>
  readonly signer: CheckpointSigner
  /** Verifier key of the log, as kept outside. */
  readonly key: string
  /** Writes events about the given record; returns when they have their places and a checkpoint. */
  write(count: number, subject?: string): Promise<void>
  /** Makes places and a checkpoint for what waits, with the log's key or another. */
  place(signer?: CheckpointSigner): Promise<void>
  /** The newest checkpoint's note, as an outsider would keep it. */
  note(): Promise<string>
  exportLines(options?: Partial<ExportOptions>): Promise<string[]>
  verify(trust?: Partial<Trust>, options?: Partial<ExportOptions>): Promise<Report>
  check(): Promise<CheckReport>
  /** Changes rows as the database's superuser, with every trigger switched off. */
  tamper(work: (client: Client) => Promise<unknown>): Promise<void>
  close(): Promise<void>
}

export const testSubject = '019ab000-0000-7000-8000-00000000000a'

const writeNote = defineCommand({
  type: 'note.write',
  permission: 'note.write',
  input: z.strictObject({ subject: z.uuid(), text: z.string() }),
  execute: (_tx, { subject, text }) =>
    Promise.resolve({
      result: null,
      event: { type: 'note.written', subjects: [{ type: 'note', id: subject }], detail: { text } },
    }),
})

export function newSigner(name = 'daira/test'): CheckpointSigner {
  return keySigner(name, generateKeyPairSync('ed25519').privateKey)
}

export async function createTestLog(): Promise<TestLog> {
  const db = await createTestDb()
  const clock = createManualClock(new Date('2026-11-23T09:00:00Z'))
  const vault = createVault(randomBytes(32))
  const signer = newSigner()
  const deletionSigner = newSigner('daira/test/deletion')
  const key = formatVerifierKey(verifierKeyOf(signer, 'ed25519'))
  const kernel = createKernel({ database: db.app, vault, clock, ids: systemIds })
  let written = 0
  const log: TestLog = {
    db,
    kernel,
    vault,
    clock,
    signer,
    key,
    write: async (count, subject = testSubject) => {
      for (let at = 0; at < count; at += 1) {
        written += 1
        await kernel.run(writeNote, { kind: 'set-up' }, systemIds.next(), { subject, text: `ملاحظة ${written}` })
      }
      await log.place()
    },
    place: async (by = signer) => {
      const sequencer = createSequencer(db.worker, by, clock)
      await sequencer.sequence()
      await sequencer.checkpoint()
    },
    note: async () => {
      const { rows } = await db.app.pool.query<{ note: string }>(
        'select note from audit.checkpoint order by size desc limit 1',
      )
      return rows[0]?.note ?? ''
    },
    exportLines: async (options = {}) => {
      const all: ExportOptions = {
        origin: 'daira/test',
        scope: { type: 'all' },
        withLog: (work) => work(db.worker.kysely),
        vault,
        seesAll: true,
        clock,
        batch: 7,
        ...options,
      }
      const plan = await planExport(all)
      if (!plan) throw new Error('nothing was signed')
      const lines: string[] = []
      for await (const line of writeExport(all, plan)) lines.push(line)
      return lines
    },
    verify: async (trust = {}, options = {}) =>
      verifyBundle(await log.exportLines(options), { logKeys: [key], ...trust }),
    check: () =>
      checkLog({
        db: db.worker.kysely,
        vault,
        logKey: verifierKeyOf(signer, 'ed25519'),
        deletionKey: verifierKeyOf(deletionSigner, 'ed25519'),
        clock,
        batch: 5,
      }),
    tamper: (work) =>
      db.asSuperuser(async (client) => {
        // As an administrator of the database would: no trigger, no foreign key stands in the way.
        await client.query('begin; set local session_replication_role = replica')
        await work(client)
        await client.query('commit')
      }),
    close: () => db.close(),
  }
  return log
}
