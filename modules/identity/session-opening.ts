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

/** What every command that opens a session is given. */
export const openingSchema = {
  /** SHA-256 of the cookie's token in hexadecimal; the token itself never comes here. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  desk: deskSchema.default({ address: null, browser: null }),
}

/** What a new session is opened with. */
export interface Opening {
  readonly seat: Seat
  /** SHA-256 of the cookie's token in hexadecimal; the token itself never comes here. */
  readonly tokenHash: string
  readonly desk: Desk
  /** Of a wall: the place it shows. */
  readonly wallPlaceId?: string
}

/** Puts a session down with its first sign of presence; it ends after twelve hours, or as many as are given. */
export async function addSession(
  tx: Tx,
  officerId: string,
  { seat, tokenHash, desk, wallPlaceId }: Opening,
  restricted: boolean,
  provedAt: Date | null,
  hours: number = sessionHours,
): Promise<{ readonly id: string; readonly endsAt: Date }> {
  const db = tx.tables<IdentityTables>()
  const id = tx.ids.next()
  const endsAt = new Date(tx.now.getTime() + hours * 3_600_000)
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
      wall_place_id: wallPlaceId ?? null,
      ...desk,
    })
    .execute()
  // Nobody sits at a wall.
  if (seat !== 'wall') await db.insertInto('identity.presence').values({ session_id: id, seen_at: tx.now }).execute()
  return { id, endsAt }
}
