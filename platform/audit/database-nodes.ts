import { type Kysely, sql } from 'kysely'
import type { NodeReader } from './log/index.ts'

/** Reads stored nodes of the log from the database, many in one round trip. */
export function databaseNodes<T>(db: Kysely<T>): NodeReader {
  const getNodes: NonNullable<NodeReader['getNodes']> = async (ids) => {
    const { rows } = await sql<{ hash: Buffer | null }>`
      select n.hash from unnest(${ids.map((id) => id.level)}::int[], ${ids.map((id) => id.index)}::bigint[])
        with ordinality as wanted (level, position, place)
      left join audit.node n on n.level = wanted.level and n.position = wanted.position
      order by wanted.place`.execute(db)
    return rows.map((row, at) => {
      if (!row.hash) throw new RangeError(`the log has no node at level ${ids[at]?.level}, position ${ids[at]?.index}`)
      return row.hash
    })
  }
  return {
    getNodes,
    getNode: async (level, index) => {
      const [hash] = await getNodes([{ level, index }])
      if (!hash) throw new RangeError(`the log has no node at level ${level}, position ${index}`)
      return hash
    },
  }
}
