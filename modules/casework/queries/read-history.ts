import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { type LookKind, lookKinds } from '#contracts/casework/history.ts'
import { inputError } from '#platform/commands/input-error.ts'
import { type EventTable, type JsonObject, type Tx, defineQuery } from '#platform/commands/types.ts'
import { localeSchema } from '#platform/i18n/text.ts'
import { caseCodes, caseEvent, getCase } from '../case-store.ts'
import { type Labels, openDetail, sentenceOf } from '../event-sentence.ts'
import { loadRefs } from '../refs.ts'

const pageSize = 50
const input = z.strictObject({ id: z.uuid(), cursor: z.string().max(200).optional(), locale: localeSchema })

/** Events of every module and the words for their codes; read when asked, since all modules must be there first. */
export interface HistoryDeps {
  readonly events: () => EventTable
  readonly labels: Labels
}

/** What was done to a case, newest first, in sentences. Reads are another list. */
export function readHistory(deps: HistoryDeps) {
  return defineQuery({
    type: 'case.read-history',
    permission: 'case.read',
    input,
    recorded: true,
    execute: async (tx, { id, cursor, locale }) => {
      const row = await getCase(tx, id)
      const { events, next } = await eventsOf(tx, id, sql`kind in ('command', 'system')`, cursor)
      const refs = await loadRefs(
        tx,
        events.map((event) => event.actor_unit_id),
        events.map((event) => event.actor_id),
      )
      const items = []
      for (const event of events) {
        const detail = await openDetail(tx, event.detail_key_id, event.detail)
        items.push({
          id: event.id,
          at: event.occurred_at.toISOString(),
          recordedAt: event.recorded_at.toISOString(),
          type: event.type,
          sentence: sentenceOf(deps.events(), deps.labels, locale, { type: event.type, codes: event.codes, detail }),
          officer: refs.officer(event.actor_id),
          unit: refs.unit(event.actor_unit_id),
        })
      }
      return {
        result: { items, next },
        access: { type: 'case.history-read', ...caseEvent(row), codes: caseCodes(row) },
      }
    },
  })
}

// Of other modules too, by the name of the event: what takes a copy out of the file, and what lists who looked.
const lookOf: Readonly<Record<string, (codes: JsonObject) => LookKind>> = {
  'case.entered-in-emergency': () => 'emergency',
  'pv.copied': ({ certified }) => (certified === true ? 'certified-copy' : 'copy'),
  'pv.file-read': ({ as }) => lookKinds.find((kind) => kind === as) ?? 'opened',
  'exhibit.exported': () => 'copy',
  'exhibit.file-read': () => 'opened',
  'exhibit.original-read': () => 'opened',
  'case.readers-read': () => 'list',
}
const looks = Object.keys(lookOf)

/** Who looked at a case, when and what for, or took a copy of it: for the head of its unit and the inspectorate. */
export function listReaders(deps: HistoryDeps) {
  return defineQuery({
    type: 'case.list-readers',
    permission: 'case.see-readers',
    input,
    recorded: true,
    execute: async (tx, { id, cursor, locale }) => {
      const row = await getCase(tx, id)
      const { events, next } = await eventsOf(tx, id, sql`(kind = 'read' or type = any (${looks}::text[]))`, cursor)
      const refs = await loadRefs(
        tx,
        events.map((event) => event.actor_unit_id),
        events.map((event) => event.actor_id),
      )
      const items = []
      for (const event of events) {
        const detail = await openDetail(tx, event.detail_key_id, event.detail)
        // The why of an emergency stands in its sentence.
        const reason = detail?.['reason']
        items.push({
          id: event.id,
          at: event.recorded_at.toISOString(),
          type: event.type,
          look: lookOf[event.type]?.(event.codes) ?? ('read' as const),
          sentence: sentenceOf(deps.events(), deps.labels, locale, { type: event.type, codes: event.codes, detail }),
          officer: refs.officer(event.actor_id),
          unit: refs.unit(event.actor_unit_id),
          purpose: event.purpose_kind
            ? {
                kind: event.purpose_kind,
                id: event.purpose_id,
                reason: typeof reason === 'string' ? reason : null,
              }
            : null,
        })
      }
      return {
        result: { items, next },
        access: { type: 'case.readers-read', ...caseEvent(row), codes: caseCodes(row) },
      }
    },
  })
}

interface EventRow {
  id: string
  type: string
  actor_id: string | null
  actor_unit_id: string | null
  occurred_at: Date
  recorded_at: Date
  purpose_kind: string | null
  purpose_id: string | null
  codes: JsonObject
  detail_key_id: string
  detail: Buffer
}

// By identifier, which grows with time: two events of one moment keep an order, and the cursor names a place in it.
async function eventsOf(
  tx: Tx,
  caseId: string,
  wanted: RawBuilder<unknown>,
  cursor: string | undefined,
): Promise<{ events: EventRow[]; next: string | null }> {
  const after = z.uuid().optional().safeParse(cursor)
  if (!after.success) throw inputError(['cursor'])
  const { rows } = await sql<EventRow>`
    select id, type, actor_id, actor_unit_id, occurred_at, recorded_at, purpose_kind, purpose_id, codes, detail_key_id, detail
    from casework.events_of(${caseId})
    where ${wanted} and (${after.data ?? null}::uuid is null or id < ${after.data ?? null}::uuid)
    order by id desc limit ${pageSize + 1}`.execute(tx.tables())
  const events = rows.slice(0, pageSize)
  return { events, next: rows.length > pageSize ? (events.at(-1)?.id ?? null) : null }
}
