import { z } from 'zod'
import { defineQuery, type Query } from '#platform/commands/types.ts'
import { fill, type Text } from '#platform/i18n/text.ts'
import type { Notice } from '#contracts/notices/notices.ts'
import { type NoticeKindTable, unknownKind } from '../notice-kinds.ts'
import type { NoticesTables } from '../notices-tables.ts'

const input = z.strictObject({
  unread: z.boolean().default(false),
  after: z.uuid().optional(),
  limit: z.number().int().min(1).max(100).default(50),
})

/** The officer's own notices, newest first; the cursor is the last id shown. */
export function listNotices(kinds: NoticeKindTable): Query<typeof input, { items: Notice[]; next: string | null }> {
  return defineQuery({
    type: 'notice.list',
    permission: 'self.notices',
    input,
    recorded: false,
    execute: async (tx, { unread, after, limit }) => {
      let query = tx
        .tables<NoticesTables>()
        .selectFrom('notices.notice as n')
        .leftJoin('organisation.officer as o', 'o.id', 'n.about_officer_id')
        .select([
          'n.id',
          'n.kind',
          'n.unit_id',
          'n.link_type',
          'n.link_id',
          'n.params',
          'n.created_at',
          'n.read_at',
          'o.name_ar',
          'o.name_latin',
        ])
        .where('n.officer_id', '=', tx.actor.officerId)
      if (unread) query = query.where('n.read_at', 'is', null)
      if (after) query = query.where('n.id', '<', after)
      const rows = await query
        .orderBy('n.id', 'desc')
        .limit(limit + 1)
        .execute()
      const items = rows.slice(0, limit).map((row) => ({
        id: row.id,
        kind: row.kind,
        text: say((kinds[row.kind] ?? unknownKind).text, row.params, { ar: row.name_ar, latin: row.name_latin }),
        link: { type: row.link_type, id: row.link_id },
        unitId: row.unit_id,
        createdAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      }))
      return { result: { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null } }
    },
  })
}

function say(
  text: Text,
  params: Readonly<Record<string, string | number>>,
  officer: { ar: string | null; latin: string | null },
): Text {
  const arabic = officer.ar ? { ...params, officer: officer.ar } : params
  const latin = officer.latin ? { ...params, officer: officer.latin } : params
  return { ar: fill(text.ar, arabic), fr: fill(text.fr, latin), en: fill(text.en, latin) }
}
