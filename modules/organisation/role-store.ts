import { sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { requireOpenUnit } from './officer-store.ts'
import { organisationErrors } from './organisation-errors.ts'
import type { OrganisationTables } from './organisation-tables.ts'

export interface NewGrant {
  readonly officerId: string
  readonly roleCode: string
  readonly unitId: string
  readonly reason: 'posting' | 'acting' | 'set-up'
  readonly from?: string | undefined
  readonly to?: string | null | undefined
}

/**
 * Grants a role. Nobody hands on what is not theirs: throws ROLE_BEYOND_OWN, ROLE_NOT_TO_ONESELF, NOT_PERMITTED,
 * ROLE_UNKNOWN, UNIT_UNKNOWN, PERIOD_REVERSED.
 */
export async function addGrant(tx: Tx, grant: NewGrant): Promise<string> {
  const db = tx.tables<OrganisationTables>()
  const unit = await requireOpenUnit(tx, grant.unitId)
  const role = await db
    .selectFrom('organisation.role')
    .select('code')
    .where('code', '=', grant.roleCode)
    .executeTakeFirst()
  if (!role) throw organisationErrors.fail('ROLE_UNKNOWN', { role: grant.roleCode })
  if (!tx.reach.covers(unit.id)) throw platformErrors.fail('NOT_PERMITTED')
  if (tx.actor.officerId === grant.officerId) throw organisationErrors.fail('ROLE_NOT_TO_ONESELF')
  const { rows } = await sql<{
    allowed: boolean
  }>`select organisation.may_grant(${grant.roleCode}, ${unit.id}, ${grant.officerId}) as allowed`.execute(db)
  if (!rows[0]?.allowed) throw organisationErrors.fail('ROLE_BEYOND_OWN')
  const from = grant.from ? new Date(grant.from) : tx.now
  const to = grant.to ? new Date(grant.to) : null
  if (to && to <= from) throw organisationErrors.fail('PERIOD_REVERSED')
  const id = tx.ids.next()
  await db
    .insertInto('organisation.role_grant')
    .values({
      id,
      officer_id: grant.officerId,
      role_code: grant.roleCode,
      unit_id: unit.id,
      reason: grant.reason,
      starts_at: from,
      ends_at: to,
      granted_by: tx.actor.officerId,
    })
    .execute()
  return id
}

/** Ends the running grants of an officer that came with a posting, as at a move elsewhere. Answers how many. */
export async function endPostingGrants(tx: Tx, officerId: string, at: Date): Promise<number> {
  const ended = await tx
    .tables<OrganisationTables>()
    .updateTable('organisation.role_grant')
    .set({ ends_at: at })
    .where('officer_id', '=', officerId)
    .where('reason', 'in', ['posting', 'set-up'])
    .where('starts_at', '<', at)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .returning('id')
    .execute()
  return ended.length
}
