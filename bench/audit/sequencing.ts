import { createSequencer } from '#platform/audit/sequencer.ts'
import { databaseNodes } from '#platform/audit/database-nodes.ts'
import { inclusionProof, leafHashOf, verifyInclusion } from '#platform/audit/log/index.ts'
import { openDatabase } from '#platform/db/database.ts'
import type { Ground } from './ground.ts'

export interface Sequencing {
  readonly events: number
  readonly seconds: number
  readonly perSecond: number
  readonly proofs: number
}

/** Makes events in bulk, then times the sequencer from the first to the last placed and signed, and proves a sample. */
export async function measureSequencing(ground: Ground, count: number): Promise<Sequencing> {
  const worker = openDatabase(ground.workerUrl, { max: 3, name: 'daira bench worker' })
  try {
    const signer = ground.house.keyring.checkpointSigner
    const sequencer = createSequencer(worker, signer, ground.house.clock)
    await sequencer.sequence()
    const before = await leafCount(ground)
    // A commit each, as commands would, is not what is measured here: the log's own work is.
    await worker.pool.query(
      `insert into audit.event (id, kind, type, actor_id, actor_unit_id, command_id, occurred_at, recorded_at, subjects,
         detail_hash, detail_key_id, detail)
       select uuidv7(), 'command', 'case.opened', gen_random_uuid(), gen_random_uuid(), uuidv7(), now(), now(),
         jsonb_build_array(jsonb_build_object('type', 'case', 'id', gen_random_uuid())),
         sha256(convert_to(n::text, 'UTF8')), gen_random_uuid(), sha256(convert_to(n::text, 'UTF8'))
       from generate_series(1, $1::int) n`,
      [count],
    )
    const started = performance.now()
    const placed = await sequencer.sequence()
    const size = await sequencer.checkpoint()
    const seconds = (performance.now() - started) / 1000
    if (placed !== count || size !== before + count) throw new Error(`${placed} of ${count} events were placed`)
    return { events: placed, seconds, perSecond: placed / seconds, proofs: await proveSample(ground, size) }
  } finally {
    await worker.close()
  }
}

async function proveSample(ground: Ground, size: number): Promise<number> {
  const { database } = ground.house
  const checkpoint = await database.pool.query<{ root: Buffer }>('select root from audit.checkpoint where size = $1', [
    size,
  ])
  const root = checkpoint.rows[0]?.root ?? Buffer.alloc(0)
  const { rows } = await database.pool.query<{ seq: number; leaf: Buffer }>(
    'select seq, leaf from audit.leaf where seq % $1 = 0',
    [Math.ceil(size / 200)],
  )
  for (const { seq, leaf } of rows) {
    const proof = await inclusionProof(databaseNodes(database.kysely), seq, size)
    if (!verifyInclusion({ leafHash: leafHashOf(leaf.toString()), index: seq, size, root, proof }))
      throw new Error(`leaf ${seq} is not proven`)
  }
  return rows.length
}

async function leafCount(ground: Ground): Promise<number> {
  const { rows } = await ground.house.database.pool.query<{ count: number }>('select count(*) from audit.leaf')
  return rows[0]?.count ?? 0
}
