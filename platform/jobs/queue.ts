import { Logger, type Runner, parseCronItems, run, runMigrations } from 'graphile-worker'
import { Client } from 'pg'
import { z } from 'zod'
import type { JsonObject } from '#platform/commands/types.ts'
import type { Database } from '#platform/db/database.ts'
import type { JobHandler } from './job.ts'

/** Makes the queue's own tables and opens them to the worker's role. Run by the owner, before the migrations. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: asOwner(ownerUrl), logger: quiet })
  const client = new Client({ connectionString: asOwner(ownerUrl) })
  await client.connect()
  try {
    await client.query(openQueueToWorker)
  } finally {
    await client.end()
  }
}

// The queue turns row-level security on and names no policy, which would leave it to its owner alone.
const openQueueToWorker = `
do $$
declare target record;
begin
  grant usage on schema graphile_worker to daira_worker;
  for target in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' loop
    execute format('drop policy if exists worker on %s', target.name);
    execute format('create policy worker on %s to daira_worker using (true) with check (true)', target.name);
    execute format('grant select, insert, update, delete on %s to daira_worker', target.name);
  end loop;
  grant usage on all sequences in schema graphile_worker to daira_worker;
  grant select on all tables in schema graphile_worker to daira_worker;
  grant execute on all functions in schema graphile_worker to daira_worker;
end $$`

/** The owner's connection string with the owning group role switched on, so that new objects belong to the group. */
export function asOwner(ownerUrl: string): string {
  return `${ownerUrl}${ownerUrl.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c role=daira_owner')}`
}

// Failures are told by `onFailure`; the library's own running commentary would drown them.
const quiet = new Logger(() => () => undefined)

const payloadSchema = z.record(z.string(), z.json())

/** Works the queue, and what is scheduled (job → five fields of cron, UTC), until stopped. A job that fails is repeated with growing pauses and says so. */
export async function runQueue(
  database: Database,
  jobs: Readonly<Record<string, JobHandler>>,
  schedule: Readonly<Record<string, string>>,
  onFailure: (task: string, error: unknown) => void,
): Promise<Runner> {
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([name, handler]) => [
      name,
      async (payload: unknown) => {
        const parsed: JsonObject = payloadSchema.parse(payload ?? {})
        await handler(parsed)
      },
    ]),
  )
  const runner = await run({
    pgPool: database.pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList,
    parsedCronItems: parseCronItems(Object.entries(schedule).map(([task, match]) => ({ task, match }))),
    logger: quiet,
    preset: { worker: { schema: 'graphile_worker' } },
  })
  runner.events.on('job:error', ({ job, error }) => onFailure(job.task_identifier, error))
  return runner
}
