import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getOfficerInReach, postSchema, requireOpenUnit, requireRank } from '../officer-store.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { addGrant, endPostingGrants } from '../role-store.ts'

const clockErrorMinutes = 5

/**
 * Posts an officer to a unit, a post or a rank, the same or another. The posting before ends at that instant, the roles
 * that came with it end now, and the roles named here begin.
 */
export const postOfficer = defineCommand({
  type: 'officer.post',
  permission: 'officer.post',
  input: z.strictObject({
    officerId: z.uuid(),
    baseVersion: z.int().min(1).max(2_000_000_000),
    unitId: z.uuid(),
    post: postSchema,
    rankCode: z.string().nullable(),
    from: z.iso.datetime({ offset: true }).optional(),
    roles: z.array(z.string().min(1).max(60)).max(20),
  }),
  execute: async (tx, input) => {
    const officer = await getOfficerInReach(tx, input.officerId)
    if (officer.version !== input.baseVersion) throw platformErrors.fail('STALE_EDIT')
    const unit = await requireOpenUnit(tx, input.unitId)
    if (!tx.reach.covers(unit.id)) throw platformErrors.fail('NOT_PERMITTED')
    await requireRank(tx, input.rankCode)
    const from = input.from ? new Date(input.from) : tx.now
    if (from.getTime() > tx.now.getTime() + clockErrorMinutes * 60_000) {
      throw platformErrors.fail('CLOCK_WRONG', { time: from.toISOString() })
    }
    const db = tx.tables<OrganisationTables>()
    const running = await db
      .selectFrom('organisation.posting')
      .select(['id', 'starts_at'])
      .where('officer_id', '=', officer.id)
      .where('ends_at', 'is', null)
      .executeTakeFirst()
    if (running && running.starts_at >= from) throw organisationErrors.fail('PERIOD_REVERSED')
    if (running) {
      await db.updateTable('organisation.posting').set({ ends_at: from }).where('id', '=', running.id).execute()
    }
    const postingId = tx.ids.next()
    await db
      .insertInto('organisation.posting')
      .values({
        id: postingId,
        officer_id: officer.id,
        unit_id: unit.id,
        post: input.post,
        rank_code: input.rankCode,
        starts_at: from,
        ends_at: null,
      })
      .execute()
    await endPostingGrants(tx, officer.id, tx.now)
    for (const roleCode of input.roles) {
      await addGrant(tx, { officerId: officer.id, roleCode, unitId: unit.id, reason: 'posting' })
    }
    const version = officer.version + 1
    await db
      .updateTable('organisation.officer')
      .set({ unit_id: unit.id, post: input.post, rank_code: input.rankCode, version })
      .where('id', '=', officer.id)
      .execute()
    return {
      result: { postingId, version },
      event: {
        type: 'officer.posted',
        subjects: [
          { type: 'officer', id: officer.id },
          { type: 'posting', id: postingId },
          { type: 'unit', id: officer.unit_id },
          { type: 'unit', id: unit.id },
        ],
        unitId: unit.id,
        area: unit.area,
        codes: { post: input.post, rank: input.rankCode, from: from.toISOString(), roles: input.roles },
        detail: { officer: officer.name_ar },
      },
    }
  },
})
