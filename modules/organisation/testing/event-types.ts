import type { TestDb } from '#platform/testing/test-db.ts'

/** Types of the events about a unit, an officer or another subject, in their order. */
export const eventTypes = (app: { readonly db: TestDb }, subject: string): Promise<string[]> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ type: string }>(
      `select type from audit.event where subjects @> jsonb_build_array(jsonb_build_object('id', $1::text)) order by recorded_at, id`,
      [subject],
    )
    return rows.map((row) => row.type)
  })
