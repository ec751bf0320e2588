import { z } from 'zod'
import { type Command, type JsonObject, type Tx, defineCommand } from '#platform/commands/types.ts'
import { findOfficer, findOfficerByNumber } from '#modules/organisation/index.ts'
import { deskSeats } from '../domain/seats.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { dropStage, findStage, keepStage } from '../provider/sign-in-under-way.ts'
import { factorProofSchema, listFactors, proveFactor } from '../second-factor.ts'
import { type Opening, addSession, deskSchema } from '../session-opening.ts'
import { type CredentialRow, clearFailures, countFailure } from '../session-store.ts'
import { type OpenAnswer, type OpenOutcome, halfOpen, refused } from '../sign-in-answers.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const vouchedInput = z.strictObject({
  provider: z.string(),
  serviceNumber: z.string().min(1).max(64),
  /** The provider's value that counts as a second factor here; null: ours is asked for. */
  factor: z.string().nullable(),
  seat: z.enum(deskSeats),
  tokenHash: hash,
  desk: deskSchema,
  /** Of the cookie that the second stage has to bring. */
  secretHash: hash,
})
const provedInput = z.strictObject({
  provider: z.string(),
  ticket: z.strictObject({ id: z.uuid(), secret: z.string() }),
  ...factorProofSchema,
  tokenHash: hash,
  desk: deskSchema,
})

/** `ticketId`: of the second stage, where one follows. */
export type VouchedOutcome = OpenOutcome & { readonly ticketId?: string }

/**
 * Opens a session on the word of the identity provider. It creates nobody: the number has to be an active officer's.
 * Where the word brings no second factor that counts, ours is asked for, and who has none gets a session to set one up.
 */
export function createOpenVouchedSession(deps: IdentityDeps): Command<typeof vouchedInput, VouchedOutcome> {
  return defineCommand({
    type: 'session.open-vouched',
    permission: 'session.open',
    input: vouchedInput,
    execute: async (tx, input): Promise<{ result: VouchedOutcome; event: OpenAnswer['event'] }> => {
      const way = wayOf(input.provider)
      const officer = await findOfficerByNumber(tx, input.serviceNumber)
      const entry = await admit(tx, officer)
      if (typeof entry === 'string') return refused(officer, entry, way)
      if (!officer) return refused(undefined, 'unknown', way)
      const factors = await listFactors(tx, officer.id)
      if (input.factor === null && factors.length > 0) {
        const stage = { stage: 'vouched', officerId: officer.id, seat: input.seat } as const
        const ticketId = await keepStage(tx, deps.vault, stage, input.secretHash)
        const answer = await halfOpen(tx, deps, officer, factors, { type: 'session.vouched', codes: way })
        return { event: answer.event, result: { ...answer.result, ticketId } }
      }
      const restricted = entry.must_change || (input.factor === null && factors.length === 0)
      return open(tx, officer, input, restricted, null, { ...way, factor: input.factor })
    },
  })
}

/** The second stage: our own factor of the officer that the provider vouched for. Failures count as everywhere. */
export function createProveVouchedSession(deps: IdentityDeps): Command<typeof provedInput, OpenOutcome | 'over'> {
  return defineCommand({
    type: 'session.prove-vouched',
    permission: 'session.open',
    input: provedInput,
    execute: async (tx, input): Promise<{ result: OpenOutcome | 'over'; event: OpenAnswer['event'] }> => {
      const way = wayOf(input.provider)
      const stage = await findStage(tx, deps.vault, input.ticket, 'vouched')
      if (!stage) return { result: 'over', event: refused(undefined, 'provider-over', way).event }
      const officer = await findOfficer(tx, stage.officerId)
      const entry = await admit(tx, officer)
      if (typeof entry === 'string') return refused(officer, entry, way)
      if (!officer) return refused(undefined, 'unknown', way)
      const factor = await proveFactor(tx, deps, officer.id, input)
      if (!factor) {
        const isLocked = await countFailure(tx, officer.id, entry.failed_count)
        return refused(officer, isLocked ? 'factor-locks' : 'factor', way)
      }
      await dropStage(tx, input.ticket.id)
      const opening = { seat: stage.seat, tokenHash: input.tokenHash, desk: input.desk }
      return open(tx, officer, opening, entry.must_change, tx.now, { ...way, factor: factor.kind })
    },
  })
}

const wayOf = (provider: string): JsonObject => ({ way: 'provider', provider })

/** The credential, locked until the commit, of who may come in; otherwise why not. */
async function admit(
  tx: Tx,
  officer: { readonly id: string; readonly state: string } | undefined,
): Promise<CredentialRow | string> {
  if (!officer) return 'unknown'
  if (officer.state !== 'active') return officer.state
  const credential = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.credential')
    .selectAll()
    .where('officer_id', '=', officer.id)
    .forUpdate()
    .executeTakeFirst()
  if (!credential) return 'unknown'
  return credential.locked_until && credential.locked_until > tx.now ? 'locked' : credential
}

async function open(
  tx: Tx,
  officer: { readonly id: string; readonly unit_id: string; readonly name_ar: string },
  opening: Opening,
  restricted: boolean,
  provedAt: Date | null,
  codes: JsonObject,
): Promise<OpenAnswer> {
  // The provider's word is no proof at this desk: the count of failures at it ends with our own factor only.
  if (provedAt) await clearFailures(tx, officer.id)
  const session = await addSession(tx, officer.id, opening, restricted, provedAt)
  return {
    result: { outcome: 'opened', sessionId: session.id, restricted, endsAt: session.endsAt.toISOString() },
    event: {
      type: 'session.opened-by-provider',
      subjects: [
        { type: 'session', id: session.id },
        { type: 'officer', id: officer.id },
      ],
      unitId: officer.unit_id,
      codes: { seat: opening.seat, restricted, ...codes },
      detail: { officer: officer.name_ar },
    },
  }
}
