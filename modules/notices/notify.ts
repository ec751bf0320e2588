import { type Insertable, sql } from 'kysely'
import type { SubjectRef, Tx } from '#platform/commands/types.ts'
import type { NoticeTable, NoticesTables } from './notices-tables.ts'

/** Who is told. Holders of a role are looked up at delivery, acting ones included. */
export type Audience =
  | { readonly kind: 'officer'; readonly officerId: string }
  /** Holders of the role at the unit; where it has none, at the nearest unit above that has. */
  | { readonly kind: 'role'; readonly role: string; readonly unitId: string }
  /** Every holder of the role, wherever. */
  | { readonly kind: 'role-everywhere'; readonly role: string }

/** One piece of news. */
export interface News {
  /** Key of the tables of texts, e.g. `register.assigned`. */
  readonly kind: string
  readonly to: readonly Audience[]
  /** The record it leads to. */
  readonly link: SubjectRef
  /** Unit of that record. */
  readonly unitId: string
  /** Fill the text: numbers, references, codes; nothing personal. */
  readonly params?: Readonly<Record<string, string | number>>
  /** The officer whose act it reports; fills `{officer}`. */
  readonly aboutOfficerId?: string | null
  /** Given twice, the second is dropped for who has the first. */
  readonly key?: string
  /** Also tells the one who acts; otherwise nobody is told of his own act. */
  readonly tellActor?: boolean
  /** Officers who are not told, whatever they hold. */
  readonly except?: readonly string[]
}

/**
 * Tells officers something, in the transaction of the act it reports: a row each, which only they can read, and a
 * sign on their open screens when the act commits. Answers how many were told.
 */
export function notify(tx: Tx, news: News): Promise<number> {
  return notifyAll(tx, [news])
}

/** The same for several pieces of news: who holds a role is looked up once for all. */
export async function notifyAll(tx: Tx, all: readonly News[]): Promise<number> {
  const holders = new Map<string, Promise<readonly string[]>>()
  const find = (audience: Audience): Promise<readonly string[]> => {
    const key = JSON.stringify(audience)
    const found = holders.get(key) ?? resolve(tx, audience)
    holders.set(key, found)
    return found
  }
  const areas = await areasOf(tx, all)
  const rows: NewNotice[] = []
  for (const news of all) {
    const officers = new Set<string>()
    for (const audience of news.to) for (const id of await find(audience)) officers.add(id)
    if (!news.tellActor && tx.actor.officerId) officers.delete(tx.actor.officerId)
    for (const id of news.except ?? []) officers.delete(id)
    const area = areas.get(news.unitId)
    if (area === undefined) throw new Error(`a notice is about a unit that does not exist: ${news.unitId}`)
    for (const officerId of [...officers].toSorted())
      rows.push({
        id: tx.ids.next(),
        officer_id: officerId,
        kind: news.kind,
        unit_id: news.unitId,
        area,
        link_type: news.link.type,
        link_id: news.link.id,
        about_officer_id: news.aboutOfficerId ?? null,
        params: JSON.stringify(news.params ?? {}),
        dedupe_key: news.key ?? null,
        created_at: tx.now,
      })
  }
  await insertNotices(tx, rows)
  return rows.length
}

type NewNotice = Omit<Insertable<NoticeTable>, 'read_at'>

/** An array a column: rows of twelve parameters each are slow to prepare where there are hundreds. */
async function insertNotices(tx: Tx, rows: readonly NewNotice[]): Promise<void> {
  if (rows.length === 0) return
  const all = (column: keyof NewNotice) => rows.map((row) => row[column])
  // An arbiter index would need the rows to be readable, which others' notices are not.
  await sql`
    insert into notices.notice (id, officer_id, kind, unit_id, area, link_type, link_id, about_officer_id, params, dedupe_key, created_at)
    select * from unnest(${all('id')}::uuid[], ${all('officer_id')}::uuid[], ${all('kind')}::text[], ${all('unit_id')}::uuid[],
      ${all('area')}::text[], ${all('link_type')}::text[], ${all('link_id')}::uuid[], ${all('about_officer_id')}::uuid[],
      ${all('params')}::jsonb[], ${all('dedupe_key')}::text[], ${all('created_at')}::timestamptz[])
    on conflict do nothing`.execute(tx.tables())
}

async function areasOf(tx: Tx, all: readonly News[]): Promise<ReadonlyMap<string, string>> {
  if (all.length === 0) return new Map()
  const rows = await tx
    .tables<NoticesTables>()
    .selectFrom('organisation.unit')
    .select(['id', 'area'])
    .where('id', 'in', [...new Set(all.map(({ unitId }) => unitId))])
    .execute()
  return new Map(rows.map(({ id, area }) => [id, area]))
}

async function resolve(tx: Tx, audience: Audience): Promise<readonly string[]> {
  const db = tx.tables<NoticesTables>()
  const holding = db
    .selectFrom('organisation.role_grant as g')
    .innerJoin('organisation.officer as o', 'o.id', 'g.officer_id')
    .where('o.state', '=', 'active')
    .where('g.starts_at', '<=', tx.now)
    .where((eb) => eb.or([eb('g.ends_at', 'is', null), eb('g.ends_at', '>', tx.now)]))
  switch (audience.kind) {
    case 'officer':
      return [audience.officerId]
    case 'role-everywhere': {
      const rows = await holding.where('g.role_code', '=', audience.role).select('g.officer_id').distinct().execute()
      return rows.map((row) => row.officer_id)
    }
    case 'role': {
      const day = tx.now.toISOString().slice(0, 10)
      const rows = await holding
        .innerJoin('organisation.unit_closure as c', 'c.ancestor_id', 'g.unit_id')
        .where('g.role_code', '=', audience.role)
        .where('c.descendant_id', '=', audience.unitId)
        .where('c.valid_from', '<=', day)
        .where((eb) => eb.or([eb('c.valid_to', 'is', null), eb('c.valid_to', '>', day)]))
        .select(['g.officer_id', 'c.depth'])
        .orderBy('c.depth')
        .execute()
      const nearest = rows[0]?.depth
      return rows.filter((row) => row.depth === nearest).map((row) => row.officer_id)
    }
  }
}

/** How many notices an officer has not read, as the officer's own transaction sees them. */
export async function countUnread(tx: Tx): Promise<number> {
  const row = await tx
    .tables<NoticesTables>()
    .selectFrom('notices.notice')
    .select(sql<number>`count(*)`.as('unread'))
    .where('officer_id', '=', tx.actor.officerId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.unread
}
