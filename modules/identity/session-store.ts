import type { Selectable } from 'kysely'
import type { SubjectRef, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { locksAt } from './domain/seats.ts'
import type { IdentityTables } from './identity-tables.ts'
import { listFactors } from './second-factor.ts'

export type SessionRow = Selectable<IdentityTables['identity.session']>
export type CredentialRow = Selectable<IdentityTables['identity.credential']>

/** Who acts, in a transaction that only a session can have opened. */
export interface SignedIn {
  readonly officerId: string
  readonly sessionId: string
}

/** Throws SIGN_IN_NEEDED for set-up, jobs and the door. */
export function requireSignedIn(tx: Tx): SignedIn {
  const { officerId, sessionId } = tx.actor
  if (officerId === null || sessionId === null) throw platformErrors.fail('SIGN_IN_NEEDED')
  return { officerId, sessionId }
}

/** Session and officer as an event names them. */
export const ownSubjects = ({ officerId, sessionId }: SignedIn): readonly SubjectRef[] => [
  { type: 'session', id: sessionId },
  { type: 'officer', id: officerId },
]

export async function getOwnSession(tx: Tx): Promise<SessionRow> {
  const { sessionId } = requireSignedIn(tx)
  return tx
    .tables<IdentityTables>()
    .selectFrom('identity.session')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
}

/** The officer's credential, locked until the commit so that guesses come one after the other. */
export async function lockOwnCredential(tx: Tx): Promise<CredentialRow> {
  const { officerId } = requireSignedIn(tx)
  return tx
    .tables<IdentityTables>()
    .selectFrom('identity.credential')
    .selectAll()
    .where('officer_id', '=', officerId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function getSeenAt(tx: Tx, session: SessionRow): Promise<Date> {
  const row = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.presence')
    .select('seen_at')
    .where('session_id', '=', session.id)
    .executeTakeFirst()
  return row?.seen_at ?? session.opened_at
}

/** The same rule as in identity.enter(). */
export function isLocked(session: Pick<SessionRow, 'seat' | 'locked_at'>, seenAt: Date, now: Date): boolean {
  const at = locksAt(session.seat, seenAt)
  return session.locked_at !== null || (at !== null && now > at)
}

export async function markSeen(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .tables<IdentityTables>()
    .insertInto('identity.presence')
    .values({ session_id: sessionId, seen_at: tx.now })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ seen_at: tx.now }))
    .execute()
}

/** Ends running sessions of an officer, all or all but one. Answers how many. */
export async function endSessions(tx: Tx, officerId: string, except?: string): Promise<number> {
  const ended = await tx
    .tables<IdentityTables>()
    .updateTable('identity.session')
    .set({ ended_at: tx.now })
    .where('officer_id', '=', officerId)
    .where('ended_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .returning('id')
    .execute()
  return ended.length
}

/** Opens the rest of the house to a restricted session once a factor is confirmed and the password is the officer's own. */
export async function liftRestriction(tx: Tx, credential: Pick<CredentialRow, 'must_change'>): Promise<boolean> {
  const { officerId, sessionId } = requireSignedIn(tx)
  if (credential.must_change || (await listFactors(tx, officerId)).length === 0) return false
  await tx
    .tables<IdentityTables>()
    .updateTable('identity.session')
    .set({ restricted: false })
    .where('id', '=', sessionId)
    .execute()
  return true
}

const stepUpMinutes = 5

/** Where a factor exists already, changing what opens the account asks for a fresh proof. Throws STEP_UP_NEEDED. */
export async function requireFreshProof(tx: Tx): Promise<void> {
  const { officerId } = requireSignedIn(tx)
  if ((await listFactors(tx, officerId)).length === 0) return
  const at = tx.actor.steppedUpAt
  if (!at || tx.now.getTime() - at.getTime() > stepUpMinutes * 60_000) throw platformErrors.fail('STEP_UP_NEEDED')
}

const allowedFailures = 5
const lockMinutes = 15

/**
 * Counts a failed proof of identity. The fifth in a row closes the account for 15 minutes and ends every session of
 * the officer; answers whether it did.
 */
export async function countFailure(tx: Tx, officerId: string, before: number): Promise<boolean> {
  const isOver = before + 1 >= allowedFailures
  await tx
    .tables<IdentityTables>()
    .updateTable('identity.credential')
    .set({
      failed_count: isOver ? 0 : before + 1,
      ...(isOver ? { locked_until: new Date(tx.now.getTime() + lockMinutes * 60_000) } : {}),
    })
    .where('officer_id', '=', officerId)
    .execute()
  return isOver
}

export async function clearFailures(tx: Tx, officerId: string): Promise<void> {
  await tx
    .tables<IdentityTables>()
    .updateTable('identity.credential')
    .set({ failed_count: 0, locked_until: null })
    .where('officer_id', '=', officerId)
    .execute()
}

/** Where a present password is asked for and was wrong: the outcome that must survive, with its event. */
export async function refusePassword(
  tx: Tx,
  credential: CredentialRow,
): Promise<{
  readonly result: { readonly outcome: 'refused' }
  readonly event: {
    readonly type: 'password.refused'
    readonly subjects: readonly SubjectRef[]
    readonly codes: { readonly ended: boolean }
  }
}> {
  const own = requireSignedIn(tx)
  const ended = await countFailure(tx, own.officerId, credential.failed_count)
  if (ended) await endSessions(tx, own.officerId)
  return {
    result: { outcome: 'refused' },
    event: { type: 'password.refused', subjects: ownSubjects(own), codes: { ended } },
  }
}
