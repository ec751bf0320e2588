import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { embeddedUrl } from '#platform/db/embedded/embedded-postgres.ts'
import type { Acknowledged } from './writers.ts'

const questions = {
  'acknowledged lines that are missing': `select count(*)::int as n from unnest($1::uuid[]) id where not exists (select 1 from intake.line l where l.id = id)`,
  'acknowledged commands without their event': `select count(*)::int as n from unnest($2::uuid[]) key where not exists (select 1 from audit.event e where e.command_id = key)`,
  'commands done twice': `select count(*)::int as n from (select command_id from audit.event where kind = 'command' group by 1 having count(*) > 1) twice`,
  'gaps in the numbers of the register': `select coalesce(sum(last - lines), 0)::int as n from (select max(number) as last, count(*) as lines from intake.line group by unit_id, year) series`,
  'gaps in the log': `select coalesce(max(seq) + 1 - count(*), 0)::int as n from audit.leaf`,
  'leaves without their event': `select count(*)::int as n from audit.leaf l where not exists (select 1 from audit.event e where e.id = l.event_id)`,
} as const

/** What is wrong with the installation in `home`, looked at past every wall; nothing in a sound one. */
export async function findLosses(home: string, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const password = await readFile(join(home, 'secrets', 'superuser'), 'utf8')
  const client = await connect(embeddedUrl(home, 'postgres', password, 'daira'))
  try {
    const lines = acknowledged.map((each) => each.lineId)
    const keys = acknowledged.map((each) => each.key)
    const found: string[] = []
    for (const [what, sql] of Object.entries(questions)) {
      const values = sql.includes('$1') ? [lines] : sql.includes('$2') ? [keys] : []
      const { rows } = await client.query<{ n: number }>(sql.replace('$2', '$1'), values)
      if (rows[0]?.n !== 0) found.push(`${what}: ${rows[0]?.n}`)
    }
    if (!(await isPlaced(client, keys))) found.push('events of acknowledged commands are not placed in the log')
    return found
  } finally {
    await client.end()
  }
}

// The database may still be repairing itself.
async function connect(url: string): Promise<Client> {
  for (let waited = 0; ; waited += 100) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if (waited > 30_000) throw error
      await sleep(100)
    }
  }
}

// The sequencer follows within a fraction of a second; under load it gets a minute.
async function isPlaced(client: Client, keys: readonly string[]): Promise<boolean> {
  for (let waited = 0; waited < 60_000; waited += 250) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from audit.event e where e.command_id = any($1::uuid[])
         and not exists (select 1 from audit.leaf l where l.event_id = e.id)`,
      [keys],
    )
    if (rows[0]?.n === 0) return true
    await sleep(250)
  }
  return false
}
