import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getOfficer, getUnit } from '../officer-store.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { findQualityAt } from '../quality-store.ts'
import { namesOf } from './show-unit.ts'

/** An officer with postings, roles, qualities and absences, and the quality held at this moment. */
export const showOfficer = defineQuery({
  type: 'officer.show',
  permission: 'officer.read',
  input: z.strictObject({ officerId: z.uuid() }),
  recorded: false,
  execute: async (tx, { officerId }) => {
    const officer = await getOfficer(tx, officerId)
    if (!tx.reach.covers(officer.unit_id)) throw platformErrors.fail('NOT_FOUND')
    const db = tx.tables<OrganisationTables>()
    const unit = await getUnit(tx, officer.unit_id)
    const postings = await db
      .selectFrom('organisation.posting as p')
      .innerJoin('organisation.unit as u', 'u.id', 'p.unit_id')
      .selectAll('p')
      .select(['u.name_ar', 'u.name_fr', 'u.name_en'])
      .where('p.officer_id', '=', officer.id)
      .orderBy('p.starts_at', 'desc')
      .execute()
    const grants = await db
      .selectFrom('organisation.role_grant as g')
      .innerJoin('organisation.unit as u', 'u.id', 'g.unit_id')
      .selectAll('g')
      .select(['u.name_ar', 'u.name_fr', 'u.name_en'])
      .where('g.officer_id', '=', officer.id)
      .orderBy('g.starts_at', 'desc')
      .execute()
    const qualities = await db
      .selectFrom('organisation.quality')
      .selectAll()
      .where('officer_id', '=', officer.id)
      .orderBy('starts_at', 'desc')
      .execute()
    const absences = await db
      .selectFrom('organisation.absence as a')
      .leftJoin('organisation.role_grant as g', 'g.id', 'a.acting_grant_id')
      .leftJoin('organisation.officer as o', 'o.id', 'g.officer_id')
      .selectAll('a')
      .select(['o.id as acting_id', 'o.name_ar as acting_ar', 'o.name_latin as acting_latin'])
      .where('a.officer_id', '=', officer.id)
      .orderBy('a.starts_at', 'desc')
      .execute()
    const now = await findQualityAt(tx, officer.id, tx.now)
    return {
      result: {
        id: officer.id,
        serviceNumber: officer.service_number,
        nameAr: officer.name_ar,
        nameLatin: officer.name_latin,
        rankCode: officer.rank_code,
        sex: officer.sex,
        post: officer.post,
        state: officer.state,
        version: officer.version,
        unit: { id: unit.id, code: unit.code, names: namesOf(unit) },
        qualityNow: { quality: now.quality, suspended: now.suspended, reason: now.full.reason.code },
        postings: postings.map((row) => ({
          id: row.id,
          unitId: row.unit_id,
          unitNames: namesOf(row),
          post: row.post,
          rankCode: row.rank_code,
          ...periodOf(row),
        })),
        roles: grants.map((row) => ({
          id: row.id,
          roleCode: row.role_code,
          unitId: row.unit_id,
          unitNames: namesOf(row),
          reason: row.reason,
          ...periodOf(row),
        })),
        qualities: qualities.map((row) => ({
          id: row.id,
          kind: row.kind,
          code: row.quality,
          decisionRef: row.decision_ref,
          ...periodOf(row),
        })),
        absences: absences.map((row) => ({
          id: row.id,
          kind: row.kind,
          decisionRef: row.decision_ref,
          actingGrantId: row.acting_grant_id,
          acting:
            row.acting_id === null
              ? null
              : { id: row.acting_id, nameAr: row.acting_ar ?? '', nameLatin: row.acting_latin ?? '' },
          ...periodOf(row),
        })),
      },
    }
  },
})

function periodOf(row: { starts_at: Date; ends_at: Date | null }): { from: string; to: string | null } {
  return { from: row.starts_at.toISOString(), to: row.ends_at?.toISOString() ?? null }
}
