import { z } from 'zod'
import type { Tx } from '#platform/commands/types.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { differenceOf } from '../domain/law-rows.ts'
import { findLawData } from '../law-sets.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

const pageSize = 50

/** Proposals of changes of law data, the newest first. */
export const listLawChanges = defineQuery({
  type: 'law.list',
  permission: 'law.approve',
  input: z.strictObject({ cursor: z.uuid().optional() }),
  recorded: false,
  execute: async (tx, { cursor }) => {
    const rows = await changes(tx)
      .$if(cursor !== undefined, (query) => query.where('c.id', '<', cursor ?? ''))
      .orderBy('c.id', 'desc')
      .limit(pageSize + 1)
      .execute()
    const page = rows.slice(0, pageSize)
    return {
      result: { items: page.map(shown), next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null },
    }
  },
})

/** One proposal, with what it changes row by row. */
export const showLawChange = defineQuery({
  type: 'law.show-change',
  permission: 'law.approve',
  input: z.strictObject({ lawChangeId: z.uuid() }),
  recorded: false,
  execute: async (tx, { lawChangeId }) => {
    const row = await changes(tx).select('c.data').where('c.id', '=', lawChangeId).executeTakeFirst()
    if (!row) throw platformErrors.fail('NOT_FOUND')
    const base = await tx
      .tables<OrganisationTables>()
      .selectFrom('organisation.reference')
      .select('data')
      .where('name', '=', row.name)
      .where('version', '=', row.base_version)
      .executeTakeFirst()
    const inUse = (await findLawData(tx, row.name))?.version ?? 0
    return {
      result: {
        ...shown(row),
        stale: row.state === 'proposed' && inUse !== row.base_version,
        difference: differenceOf(base?.data, row.data),
      },
    }
  },
})

function changes(tx: Tx) {
  return tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.law_change as c')
    .innerJoin('organisation.officer as p', 'p.id', 'c.proposed_by')
    .leftJoin('organisation.officer as d', 'd.id', 'c.decided_by')
    .select(['c.id', 'c.name', 'c.base_version', 'c.legal_basis', 'c.state', 'c.reason'])
    .select(['c.proposed_by', 'c.proposed_at', 'c.decided_by', 'c.decided_at'])
    .select(['p.name_ar as proposer_ar', 'p.name_latin as proposer_latin'])
    .select(['d.name_ar as decider_ar', 'd.name_latin as decider_latin'])
}

type Change = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]

function shown(row: Change) {
  return {
    id: row.id,
    name: row.name,
    baseVersion: row.base_version,
    legalBasis: row.legal_basis,
    state: row.state,
    proposedBy: { id: row.proposed_by, nameAr: row.proposer_ar, nameLatin: row.proposer_latin },
    proposedAt: row.proposed_at.toISOString(),
    decidedBy:
      row.decided_by === null
        ? null
        : { id: row.decided_by, nameAr: row.decider_ar ?? '', nameLatin: row.decider_latin ?? '' },
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
  }
}
