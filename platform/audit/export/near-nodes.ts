import { type Kysely, sql } from 'kysely'
import { databaseNodes } from '../database-nodes.ts'
import type { NodeId, NodeReader } from '../log/index.ts'

/** A reader that has the nodes around a stretch of leaves at hand, so that their proofs cost no round trip each. */
export interface NearNodes extends NodeReader {
  /** Fetches what lies below the given height around the leaves [from, to). */
  approach(from: number, to: number): Promise<void>
}

// Above this height a stretch of some thousand leaves touches two nodes a level: they are kept as they are met.
const height = 12

export function nearNodes<T>(db: Kysely<T>): NearNodes {
  const stored = databaseNodes(db)
  let near = new Map<string, Uint8Array>()
  const far = new Map<string, Uint8Array>()
  const getNodes = async (ids: readonly NodeId[]): Promise<Uint8Array[]> => {
    const missing = ids.filter((id) => !near.has(nameOf(id)) && !far.has(nameOf(id)))
    if (missing.length > 0) {
      const hashes = (await stored.getNodes?.(missing)) ?? []
      for (const [at, id] of missing.entries()) {
        const hash = hashes[at]
        if (hash) far.set(nameOf(id), hash)
      }
    }
    return ids.map((id) => {
      const hash = near.get(nameOf(id)) ?? far.get(nameOf(id))
      if (!hash) throw new RangeError(`no node ${nameOf(id)}`)
      return hash
    })
  }
  return {
    getNodes,
    getNode: async (level, index) => {
      const [hash] = await getNodes([{ level, index }])
      if (!hash) throw new RangeError(`no node ${level}/${index}`)
      return hash
    },
    approach: async (from, to) => {
      const levels = Array.from({ length: height + 1 }, (_, level) => level)
      const { rows } = await sql<{ level: number; position: number; hash: Buffer }>`
        select n.level, n.position, n.hash
        from unnest(${levels}::int[], ${levels.map((level) => Math.floor(from / 2 ** level) - 1)}::bigint[],
          ${levels.map((level) => Math.ceil(to / 2 ** level) + 1)}::bigint[]) as wanted (level, low, high)
        join audit.node n on n.level = wanted.level and n.position between wanted.low and wanted.high`.execute(db)
      near = new Map(rows.map((row) => [nameOf({ level: row.level, index: row.position }), row.hash]))
    },
  }
}

function nameOf({ level, index }: NodeId): string {
  return `${level}/${index}`
}
