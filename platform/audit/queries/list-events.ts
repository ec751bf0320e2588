import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { inputError } from '#platform/commands/input-error.ts'
import { type JsonObject, type Tx, defineQuery } from '#platform/commands/types.ts'
import { type Locale, localeSchema } from '#platform/i18n/text.ts'
import type { Vault } from '#platform/keys/vault.ts'
import { auditErrors } from '../audit-errors.ts'
import { theLog } from '../audit-tables.ts'
import { type DetailState, openDetail } from '../export/log-reader.ts'

/** Puts an event into words of the reader's language; the composition root knows the words of every module. */
export type Sentence = (
  event: { readonly type: string; readonly codes: JsonObject; readonly detail: JsonObject | undefined },
  locale: Locale,
) => string

const code = z.string().regex(/^[a-z][a-z0-9.-]{0,99}$/)
/** Kind and id of a record as events name them. */
export const subjectType = code
export const subjectId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/)

/** What an inspector may ask of the log. Times are compared with when an event was taken down. */
export const eventFilter = z.strictObject({
  actorId: z.uuid().optional(),
  subjectType: subjectType.optional(),
  subjectId: subjectId.optional(),
  type: code.optional(),
  kind: z.enum(['command', 'read', 'refusal', 'system']).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  reason: z.string().trim().min(3).max(500).optional(),
})

const input = eventFilter.extend({ locale: localeSchema, hasPurpose: z.boolean() })
type Input = z.output<typeof input>

export const eventPage = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['command', 'read', 'refusal', 'system']),
      type: z.string(),
      sentence: z.string(),
      actorId: z.uuid().nullable(),
      actorUnitId: z.uuid().nullable(),
      occurredAt: z.iso.datetime(),
      recordedAt: z.iso.datetime(),
      unitId: z.uuid().nullable(),
      area: z.string().nullable(),
      purpose: z.object({ kind: z.string(), id: z.uuid().nullable() }).nullable(),
      subjects: z.array(z.object({ type: z.string(), id: z.string() })),
      codes: z.record(z.string(), z.json()),
      /** Place in the Merkle log; null for the moment between the act and its place. */
      place: z.int().nonnegative().nullable(),
      detail: z.discriminatedUnion('state', [
        z.object({ state: z.literal('shown'), content: z.record(z.string(), z.json()) }),
        z.object({ state: z.literal('destroyed'), at: z.iso.datetime() }),
        z.object({ state: z.literal('unreadable') }),
      ]),
    }),
  ),
  next: z.string().nullable(),
})
type EventPage = z.output<typeof eventPage>

interface EventRow {
  id: string
  kind: EventPage['items'][number]['kind']
  type: string
  actor_id: string | null
  actor_unit_id: string | null
  occurred_at: Date
  recorded_at: Date
  unit_id: string | null
  area: string | null
  purpose_kind: string | null
  purpose_id: string | null
  subjects: { type: string; id: string }[]
  codes: Record<string, z.core.util.JSONType>
  seq: number | null
  detail: Buffer
  key_id: string
  wrapped: Buffer | null
  shredded_at: Date | null
}

/**
 * Searches the log, newest first. Looking into it is itself taken down, with the reason. Row-level security decides what is
 * seen: a sealed case stays hidden here too.
 */
export function listEvents(vault: Vault, sentence: Sentence) {
  return defineQuery({
    type: 'log.list-events',
    permission: 'audit.read',
    input,
    recorded: true,
    execute: async (tx, filter) => {
      if (!filter.hasPurpose && filter.reason === undefined) throw auditErrors.fail('AUDIT_REASON_NEEDED')
      if ((filter.subjectType === undefined) !== (filter.subjectId === undefined))
        throw inputError(['subjectType', 'subjectId'])
      const rows = await readRows(tx, filter)
      const page = rows.slice(0, filter.limit)
      const last = page.at(-1)
      const result: EventPage = {
        items: page.map((row) => present(row, openDetail({ vault, seesAll: true }, row), sentence, filter.locale)),
        next: rows.length > filter.limit && last ? encodeCursor(last) : null,
      }
      return { result, access: accessOf(filter, page.length) }
    },
  })
}

function accessOf(filter: Input, count: number) {
  const { actorId, type, kind, from, to, reason } = filter
  return {
    type: 'log.read',
    subjects: [
      theLog,
      ...(filter.subjectType !== undefined && filter.subjectId !== undefined
        ? [{ type: filter.subjectType, id: filter.subjectId }]
        : []),
    ],
    // Only where no work in hand was named: the kernel's own purpose is not overwritten.
    ...(filter.hasPurpose ? {} : { purpose: { kind: 'reason' as const } }),
    codes: { count },
    detail: { actorId, type, kind, from, to, reason },
  }
}

async function readRows(tx: Tx, filter: Input): Promise<readonly EventRow[]> {
  const conditions = [sql<SqlBool>`true`]
  if (filter.actorId !== undefined) conditions.push(sql`e.actor_id = ${filter.actorId}`)
  if (filter.type !== undefined) conditions.push(sql`e.type = ${filter.type}`)
  if (filter.kind !== undefined) conditions.push(sql`e.kind = ${filter.kind}`)
  if (filter.from !== undefined) conditions.push(sql`e.recorded_at >= ${new Date(filter.from)}`)
  if (filter.to !== undefined) conditions.push(sql`e.recorded_at < ${new Date(filter.to)}`)
  if (filter.subjectType !== undefined)
    conditions.push(sql`e.id in (select audit.events_about(${filter.subjectType}, ${filter.subjectId}))`)
  if (filter.cursor !== undefined) {
    const { at, id } = decodeCursor(filter.cursor)
    conditions.push(sql`(e.recorded_at, e.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const { rows } = await sql<EventRow>`
    select e.id, e.kind, e.type, e.actor_id, e.actor_unit_id, e.occurred_at, e.recorded_at, e.unit_id, e.area,
      e.purpose_kind, e.purpose_id, e.subjects, e.codes, l.seq, e.detail, e.detail_key_id as key_id, k.wrapped, k.shredded_at
    from audit.event e
    left join audit.leaf l on l.event_id = e.id
    left join platform.data_key k on k.id = e.detail_key_id
    where ${sql.join(conditions, sql` and `)}
    order by e.recorded_at desc, e.id desc limit ${filter.limit + 1}`.execute(tx.tables())
  return rows
}

function present(row: EventRow, opened: DetailState, sentence: Sentence, locale: Locale): EventPage['items'][number] {
  const content = opened.state === 'shown' ? (opened.detail as Record<string, z.core.util.JSONType>) : undefined
  return {
    id: row.id,
    kind: row.kind,
    type: row.type,
    sentence: sentence({ type: row.type, codes: row.codes, detail: content }, locale),
    actorId: row.actor_id,
    actorUnitId: row.actor_unit_id,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    unitId: row.unit_id,
    area: row.area,
    purpose: row.purpose_kind === null ? null : { kind: row.purpose_kind, id: row.purpose_id },
    subjects: row.subjects,
    codes: row.codes,
    place: row.seq,
    detail: presentDetail(opened, content),
  }
}

function presentDetail(
  opened: DetailState,
  content: Record<string, z.core.util.JSONType> | undefined,
): EventPage['items'][number]['detail'] {
  if (content) return { state: 'shown', content }
  return opened.state === 'destroyed' ? { state: 'destroyed', at: opened.at.toISOString() } : { state: 'unreadable' }
}

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()])

function encodeCursor(row: EventRow): string {
  return Buffer.from(JSON.stringify([row.recorded_at.toISOString(), row.id])).toString('base64url')
}

function decodeCursor(cursor: string): { at: string; id: string } {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { at, id }
  } catch (cause) {
    throw inputError(['cursor'], cause)
  }
}
