import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { namesOf } from './show-unit.ts'

const pageSize = 50

/** Officers within reach by unit, state, or the beginning of a number or name in either script. */
export const listOfficers = defineQuery({
  type: 'officer.list',
  permission: 'officer.read',
  input: z.strictObject({
    unitId: z.uuid().optional(),
    /** True: also of the units below. */
    below: z.boolean().default(false),
    text: z.string().trim().max(120).optional(),
    state: z.enum(['active', 'suspended', 'left']).optional(),
    cursor: z.uuid().optional(),
  }),
  recorded: false,
  execute: async (tx, { unitId, below, text, state, cursor }) => {
    const day = tx.now.toISOString().slice(0, 10)
    const pattern = `%${(text ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    const rows = await tx
      .tables<OrganisationTables>()
      .selectFrom('organisation.officer as o')
      .innerJoin('organisation.unit as u', 'u.id', 'o.unit_id')
      .select(['o.id', 'o.service_number', 'o.rank_code', 'o.sex', 'o.post', 'o.state', 'o.unit_id'])
      .select(['o.name_ar as officer_ar', 'o.name_latin', 'u.name_ar', 'u.name_fr', 'u.name_en'])
      .$if(!tx.reach.all, (query) => query.where('o.unit_id', '=', sql<string>`any (${[...tx.reach.units]}::uuid[])`))
      .$if(unitId !== undefined && !below, (query) => query.where('o.unit_id', '=', unitId ?? ''))
      .$if(unitId !== undefined && below, (query) =>
        query.where(
          sql<boolean>`exists (select 1 from organisation.unit_closure c where c.ancestor_id = ${unitId} and c.descendant_id = o.unit_id
            and c.valid_from <= ${day} and (c.valid_to is null or c.valid_to > ${day}))`,
        ),
      )
      .$if(state !== undefined, (query) => query.where('o.state', '=', state ?? 'active'))
      .$if(Boolean(text), (query) =>
        query.where((eb) =>
          eb.or([
            eb('o.name_ar', 'ilike', pattern),
            eb('o.name_latin', 'ilike', pattern),
            eb('o.service_number', 'ilike', pattern),
          ]),
        ),
      )
      .$if(cursor !== undefined, (query) => query.where('o.id', '>', cursor ?? ''))
      .orderBy('o.id')
      .limit(pageSize + 1)
      .execute()
    const page = rows.slice(0, pageSize)
    return {
      result: {
        items: page.map((row) => ({
          id: row.id,
          serviceNumber: row.service_number,
          nameAr: row.officer_ar,
          nameLatin: row.name_latin,
          rankCode: row.rank_code,
          sex: row.sex,
          post: row.post,
          state: row.state,
          unitId: row.unit_id,
          unitNames: namesOf(row),
        })),
        next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
      },
    }
  },
})
