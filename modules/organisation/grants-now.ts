import type { Tx } from '#platform/commands/types.ts'
import type { Text } from '#platform/i18n/text.ts'
import type { OrganisationTables } from './organisation-tables.ts'

export interface GrantsNow {
  readonly roles: readonly {
    readonly grantId: string
    readonly code: string
    readonly labels: Text
    readonly unitId: string
    readonly reason: 'posting' | 'acting' | 'set-up'
    readonly until: string | null
  }[]
  /** One row a permission, scope and unit from which the scope is measured. */
  readonly permissions: readonly {
    readonly permission: string
    readonly scope: 'own' | 'unit' | 'area' | 'all'
    readonly unitId: string
  }[]
}

/** The roles an officer holds at this instant, and what they allow where. */
export async function listGrantsNow(tx: Tx, officerId: string): Promise<GrantsNow> {
  const db = tx.tables<OrganisationTables>()
  const grants = await db
    .selectFrom('organisation.role_grant as g')
    .innerJoin('organisation.role as r', 'r.code', 'g.role_code')
    .selectAll('g')
    .select(['r.label_ar', 'r.label_fr', 'r.label_en'])
    .where('g.officer_id', '=', officerId)
    .where('g.starts_at', '<=', tx.now)
    .where((eb) => eb.or([eb('g.ends_at', 'is', null), eb('g.ends_at', '>', tx.now)]))
    .orderBy('g.id')
    .execute()
  const codes = [...new Set(grants.map((grant) => grant.role_code))]
  const carried =
    codes.length === 0
      ? []
      : await db
          .selectFrom('organisation.role_permission')
          .selectAll()
          .where('role_code', 'in', codes)
          .orderBy('permission')
          .execute()
  const permissions = new Map(
    grants.flatMap((grant) =>
      carried
        .filter((row) => row.role_code === grant.role_code)
        .map(({ permission, scope }) => [
          `${permission} ${scope} ${grant.unit_id}`,
          { permission, scope, unitId: grant.unit_id },
        ]),
    ),
  )
  return {
    roles: grants.map((grant) => ({
      grantId: grant.id,
      code: grant.role_code,
      labels: { ar: grant.label_ar, fr: grant.label_fr, en: grant.label_en },
      unitId: grant.unit_id,
      reason: grant.reason,
      until: grant.ends_at?.toISOString() ?? null,
    })),
    permissions: [...permissions.values()],
  }
}
