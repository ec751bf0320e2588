import { sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getOfficerInReach } from '#modules/organisation/index.ts'
import type { IdentityTables } from './identity-tables.ts'

/** What was asked is approved within a day, or asked anew. */
export const recoveryHours = 24

/** What keeps the first half of the code apart from everything else under the master key. */
export const halfContext = (recoveryId: string): string => `recovery:${recoveryId}`

/** A recovery within reach. Throws NOT_FOUND alike where there is none and where it is out of reach. */
export async function getRecovery(tx: Tx, id: string) {
  const row = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.recovery')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return { ...row, officer: await getOfficerInReach(tx, row.officer_id) }
}

/** The same rule as in the policy of the table: a third person, by a posting that is three days old. */
export async function mayApprove(tx: Tx, officerId: string, askedBy: string): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean
  }>`select identity.may_approve_recovery(${officerId}, ${askedBy}) as may`.execute(tx.tables())
  return rows[0]?.may ?? false
}
