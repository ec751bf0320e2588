import { setTimeout as sleep } from 'node:timers/promises'
import { verifierKeyOf } from '#platform/audit/log/index.ts'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { parseWitnesses, pushCheckpoints } from '#platform/audit/witness/push-checkpoints.ts'
import { systemClock } from '#platform/clock.ts'
import { runQueue } from '#platform/jobs/queue.ts'
import { compose } from './compose.ts'
import { endWithParent, receiveRunConfig, reportReady } from './run-config.ts'

const witnesses = parseWitnesses(process.env['DAIRA_WITNESSES'])
const config = await receiveRunConfig()
const house = await compose({
  home: config.home,
  url: config.workerUrl,
  logOrigin: config.logOrigin,
  country: config.country,
  mode: config.mode,
  name: 'worker',
  connections: 10,
})
const { database } = house
// Before anything is served: a restored backup forgets again what was destroyed since. A certificate that cannot be
// believed destroys nothing and stops nothing; it is said at every start.
await house.assembled.jobs['retention.reapply']?.({}).catch((error: unknown) => console.error('retention:', error))
const sequencer = createSequencer(database, house.keyring.checkpointSigner, systemClock)
const queue = await runQueue(database, house.assembled.jobs, house.assembled.schedule, (task, error) =>
  console.error(`job ${task}:`, error),
)
let stopping = false
endWithParent(stop)
const sequencing = sequenceForEver()
const witnessing = askWitnessesForEver()
reportReady()
await Promise.all([sequencing, witnessing])

// An event is placed within a fraction of a second of its commit; a checkpoint follows within ten. It is looked for
// rather than announced: a commit that notifies locks the database for all others.
async function sequenceForEver(): Promise<void> {
  let signedAt = 0
  while (!stopping) {
    try {
      await sequencer.sequence()
      if (systemClock.now().getTime() - signedAt >= 10_000) {
        await sequencer.checkpoint()
        signedAt = systemClock.now().getTime()
      }
      await sleep(200)
    } catch (error) {
      console.error('sequencer:', error)
      await sleep(1_000)
    }
  }
}

// A witness that is slow or gone delays nobody: it is asked apart from the sequencer, and again a little later.
async function askWitnessesForEver(): Promise<void> {
  const logKey = verifierKeyOf(house.keyring.checkpointSigner, 'ed25519')
  const failures = new Map<string, string>()
  while (!stopping && witnesses.length > 0) {
    for (const outcome of await pushCheckpoints({ database, logKey, witnesses, clock: systemClock })) {
      const reason = outcome.state === 'failed' ? outcome.reason : ''
      // Said when it changes, not every few seconds.
      if (reason !== (failures.get(outcome.witness) ?? '') && outcome.state !== 'nothing-new') {
        console.error(reason ? `witness ${outcome.witness}: ${reason}` : `witness ${outcome.witness} cosigns again`)
      }
      if (outcome.state !== 'nothing-new') failures.set(outcome.witness, reason)
    }
    await sleep(2_000)
  }
}

async function stop(): Promise<void> {
  stopping = true
  // Each gets a moment, then goes: work that was cut off is found again at the next start.
  await Promise.race([queue.stop().catch(() => undefined), sleep(3_000)])
  await Promise.race([Promise.all([sequencing, witnessing]), sleep(2_000)])
  await Promise.race([house.close(), sleep(1_000)])
}
