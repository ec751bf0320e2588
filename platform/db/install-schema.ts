import { migrateQueue } from '#platform/jobs/queue.ts'
import { migrate, type Migration } from './migrate.ts'

/** Brings a database to head: the queue's tables, then ours. */
export async function installSchema(
  ownerUrl: string,
  migrations: readonly Migration[],
  say?: (line: string) => void,
): Promise<readonly string[]> {
  await migrateQueue(ownerUrl)
  return migrate(ownerUrl, migrations, say)
}
