import { setTimeout as sleep } from 'node:timers/promises'
import { verifierKeyOf } from '#platform/audit/log/index.ts'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { type WitnessAddress, pushCheckpoints } from '#platform/audit/witness/push-checkpoints.ts'
import { runQueue } from '#platform/jobs/queue.ts'
import { runWatches } from '#platform/jobs/watch.ts'
import type { House } from './compose.ts'

/** Work that goes on until it is stopped. */
export interface Work {
  /** Lets each part finish what it has in hand for a moment; what is cut off is found again at the next start. */
  stop(): Promise<void>
  /** Resolves once stopped. */
  readonly done: Promise<unknown>
}

/** All that the worker does: places events in the log, asks witnesses, works the queue, watches for what falls due. */
export async function startWork(house: House, witnesses: readonly WitnessAddress[]): Promise<Work> {
  const { database, clock } = house
  const sequencer = createSequencer(database, house.keyring.checkpointSigner, clock)
  const queue = await runQueue(database, house.assembled.jobs, house.assembled.schedule, (task, error) =>
    console.error(`job ${task}:`, error),
  )
  const watches = runWatches(house.assembled.watches, (name, error) => console.error(`${name}:`, error))
  let stopping = false
  const sequencing = sequenceForEver()
  const witnessing = askWitnessesForEver()
  return {
    stop: async () => {
      stopping = true
      await Promise.race([queue.stop().catch(() => undefined), sleep(3_000)])
      await Promise.race([Promise.all([sequencing, witnessing, watches.stop()]), sleep(2_000)])
    },
    done: Promise.all([sequencing, witnessing]),
  }

  // An event is placed within a fraction of a second of its commit; a checkpoint follows within ten. It is looked for
  // rather than announced: a commit that notifies locks the database for all others.
  async function sequenceForEver(): Promise<void> {
    let signedAt = 0
    while (!stopping) {
      try {
        await sequencer.sequence()
        if (clock.now().getTime() - signedAt >= 10_000) {
          await sequencer.checkpoint()
          signedAt = clock.now().getTime()
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
      for (const outcome of await pushCheckpoints({ database, logKey, witnesses, clock })) {
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
}
