import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { hashToken } from '#platform/http/server.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { Vault } from '#platform/keys/vault.ts'
import { deskSeats } from '../domain/seats.ts'
import type { IdentityTables } from '../identity-tables.ts'

/** A sign-in through the provider lives this long at each of its two stages. */
export const underWayMinutes = 5

const stageSchema = z.discriminatedUnion('stage', [
  /** Sent to the provider. */
  z.strictObject({
    stage: z.literal('asked'),
    state: z.string(),
    nonce: z.string(),
    verifier: z.string(),
    redirectUri: z.string(),
    seat: z.enum(deskSeats),
  }),
  /** Vouched for by it; our own second factor is still to come. */
  z.strictObject({ stage: z.literal('vouched'), officerId: z.uuid(), seat: z.enum(deskSeats) }),
])
export type Stage = z.output<typeof stageSchema>
const keptSchema = z.strictObject({ secretHash: z.string(), stage: stageSchema })

/** What the browser's cookie says: which sign-in, and that it is this browser's. */
export interface Ticket {
  readonly id: string
  readonly secret: string
}

const kind = 'provider'

/** Puts a stage down, readable only with the master key. */
export async function keepStage(tx: Tx, vault: Vault, stage: Stage, secretHash: string): Promise<string> {
  const id = tx.ids.next()
  const kept: z.output<typeof keptSchema> = { secretHash, stage }
  await tx
    .tables<IdentityTables>()
    .insertInto('identity.challenge')
    .values({
      id,
      officer_id: null,
      kind,
      value: vault.seal(Buffer.from(JSON.stringify(kept)), contextOf(id)).toString('base64'),
      expires_at: new Date(tx.now.getTime() + underWayMinutes * 60_000),
    })
    .execute()
  return id
}

/** The stage of a ticket, locked until the commit; undefined where it is used up, late, another browser's or another stage. */
export async function findStage<S extends Stage['stage']>(
  tx: Tx,
  vault: Vault,
  { id, secret }: Ticket,
  wanted: S,
): Promise<Extract<Stage, { stage: S }> | undefined> {
  const row = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.challenge')
    .select(['value', 'expires_at'])
    .where('id', '=', id)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.expires_at <= tx.now) return undefined
  const opened = vault.open(Buffer.from(row.value, 'base64'), contextOf(id))
  const { secretHash, stage } = keptSchema.parse(JSON.parse(opened.toString()))
  if (!timingSafeEqual(Buffer.from(secretHash, 'hex'), hashToken(secret))) return undefined
  return stage.stage === wanted ? (stage as Extract<Stage, { stage: S }>) : undefined
}

/** From now on the ticket opens nothing. */
export async function dropStage(tx: Tx, id: string): Promise<void> {
  await tx.tables<IdentityTables>().deleteFrom('identity.challenge').where('id', '=', id).execute()
}

const contextOf = (id: string): string => `provider-sign-in:${id}`
