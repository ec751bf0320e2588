import { setTimeout as sleep } from 'node:timers/promises'
import type { AlarmKind } from '#contracts/custody/alarm.ts'
import type { Database } from '#platform/db/database.ts'

export interface Raised {
  readonly custodyId: string
  readonly what: AlarmKind
  readonly hoursBefore: number
  readonly dueAt: number
  readonly raisedAt: number
  /** When another connection saw it: after the commit. */
  readonly seenAt: number
}

interface Row {
  id: string
  custody_id: string
  what: AlarmKind
  hours_before: string
  due_at: Date
  raised_at: Date
}

// Longer than any transaction takes: what was written so long ago has been seen.
const window = 10_000

/** Looks four times a second, as a board would, which alarms have been raised. Give it a moment before the clock is set. */
export function watchRaised(database: Database, now: () => number) {
  const raised = new Map<string, Raised>()
  let stopping = false
  const watching = (async () => {
    while (!stopping) {
      const { rows } = await database.pool.query<Row>(
        `select id, custody_id, what, hours_before, due_at, raised_at from custody.alarm
         where raised_at > $1 and raised_at <= $2`,
        [new Date(now() - window), new Date(now() + 1_000)],
      )
      const seenAt = now()
      for (const row of rows.filter(({ id }) => !raised.has(id)))
        raised.set(row.id, {
          custodyId: row.custody_id,
          what: row.what,
          hoursBefore: Number(row.hours_before),
          dueAt: row.due_at.getTime(),
          raisedAt: row.raised_at.getTime(),
          seenAt,
        })
      await sleep(250)
    }
  })()
  return {
    raised: (): readonly Raised[] => [...raised.values()],
    stop: async (): Promise<void> => {
      stopping = true
      await watching
    },
  }
}

/** What was raised and nobody was told of yet. */
export async function countUntold(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ untold: number }>(
    'select count(*)::int as untold from custody.alarm where raised_at is not null and told_at is null',
  )
  return rows[0]?.untold ?? 0
}

/** What is due and neither raised nor dropped. */
export async function countWaiting(database: Database, now: number): Promise<number> {
  const { rows } = await database.pool.query<{ waiting: number }>(
    'select count(*)::int as waiting from custody.alarm where raised_at is null and dropped_at is null and due_at <= $1',
    [new Date(now)],
  )
  return rows[0]?.waiting ?? 0
}
