import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { systemClock } from '#platform/clock.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import { openDatabase } from '#platform/db/database.ts'
import { assemble } from '#platform/http/module.ts'
import { systemIds } from '#platform/ids.ts'
import { runQueue } from '#platform/jobs/queue.ts'
import { openKeyring } from '#platform/keys/keyring.ts'
import { createModules } from './modules.ts'
import { receiveRunConfig, reportReady } from './run-config.ts'

const config = await receiveRunConfig(() => void stop())
const keyring = await openKeyring(join(config.home, 'secrets', 'keys'), config.logOrigin)
const database = openDatabase(config.workerUrl, { max: 10, name: 'daira worker' })
const kernel = createKernel({ database, vault: keyring.vault, clock: systemClock, ids: systemIds })
const { jobs } = assemble(
  await createModules({
    ...config,
    kernel,
    database,
    keyring,
    clock: systemClock,
    ids: systemIds,
    secure: Boolean(config.tls),
  }),
)
const sequencer = createSequencer(database, keyring.checkpointSigner, systemClock)
const queue = await runQueue(database, jobs, (task, error) => console.error(`job ${task}:`, error))
let stopping = false
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => undefined)
const sequencing = sequenceForEver()
reportReady()
await sequencing

// An event is placed within a second of its commit; a checkpoint follows within five.
async function sequenceForEver(): Promise<void> {
  const listener = new Client({ connectionString: config.workerUrl, application_name: 'daira sequencer' })
  listener.on('error', () => undefined)
  let wake: () => void = () => undefined
  listener.on('notification', () => wake())
  await listener.connect()
  await listener.query('listen audit_pending')
  let signedAt = 0
  while (!stopping) {
    try {
      await sequencer.sequence()
      if (systemClock.now().getTime() - signedAt >= 5_000) {
        await sequencer.checkpoint()
        signedAt = systemClock.now().getTime()
      }
    } catch (error) {
      console.error('sequencer:', error)
      await sleep(1_000)
    }
    await Promise.race([new Promise<void>((resolve) => (wake = resolve)), sleep(1_000)])
  }
  await listener.end().catch(() => undefined)
}

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await queue.stop().catch(() => undefined)
  await Promise.race([sequencing, sleep(3_000)])
  await database.close()
  process.exit(0)
}
