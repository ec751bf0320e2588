import { z } from 'zod'
import type { Tx } from '#platform/commands/types.ts'
import type { Seat } from './domain/seats.ts'
import type { IdentityTables } from './identity-tables.ts'

const sessionHours = 12

/** Where a sign-in comes from, for its officer to know the desk again. */
export const deskSchema = z.strictObject({
  address: z.string().max(64).nullable(),
  browser: z.string().max(60).nullable(),
})
export type Desk = z.output<typeof deskSchema>

/** What a new session is opened with. */
export interface Opening {
  readonly seat: Seat
  /** SHA-256 of the cookie's token in hexadecimal; the token itself never comes here. */
  readonly tokenHash: string
  readonly desk: Desk
}

/** Puts a session down with its first sign of presence; it ends after twelve hours. */
export async function addSession(
  tx: Tx,
  officerId: string,
  { seat, tokenHash, desk }: Opening,
  restricted: boolean,
  provedAt: Date | null,
): Promise<{ readonly id: string; readonly endsAt: Date }> {
  const db = tx.tables<IdentityTables>()
  const id = tx.ids.next()
  const endsAt = new Date(tx.now.getTime() + sessionHours * 3_600_000)
  await db
    .insertInto('identity.session')
    .values({
      id,
      token_hash: Buffer.from(tokenHash, 'hex'),
      officer_id: officerId,
      seat,
      opened_at: tx.now,
      ends_at: endsAt,
      ended_at: null,
      locked_at: null,
      stepped_up_at: provedAt,
      restricted,
      ...desk,
    })
    .execute()
  await db.insertInto('identity.presence').values({ session_id: id, seen_at: tx.now }).execute()
  return { id, endsAt }
}
