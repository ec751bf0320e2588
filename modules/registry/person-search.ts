import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'
import { foldDocumentNumber, looksLikeDocumentNumber } from './domain/document-number.ts'
import { foldName, prefixRange, scriptOf } from './domain/fold-name.ts'

export interface FoundPerson {
  readonly id: string
  readonly matched: 'name' | 'document'
  /** Where the next page goes on. */
  readonly place: Place
}

/** A place in the order of what is found: the word that was walked along, and the row it stopped at. */
export interface Place {
  readonly along: string
  readonly word: string
  readonly key: string
  readonly id: string
}

/**
 * Persons of whose names each word typed begins a word, in any order and either script, or whose document number begins
 * with what was typed. Ranges, not patterns: the comparison of text is leakproof, LIKE is not, and under row-level
 * security only leakproof conditions reach an index.
 */
export async function searchPersonKeys(tx: Tx, search: string, limit: number, after?: Place): Promise<FoundPerson[]> {
  if (looksLikeDocumentNumber(search)) return byDocument(tx, foldDocumentNumber(search), limit, after)
  const script = scriptOf(search)
  const words = [...new Set(foldName(search).split(' '))].toSorted((a, b) => b.length - a.length).slice(0, mostWords)
  if (!script || (words[0]?.length ?? 0) < 2) return []
  const along = after ? words.find((word) => word === after.along) : await rarest(tx, script, words)
  if (along === undefined) return []
  const others = words.filter((word) => word !== along)
  return byName(tx, { script, along, others }, limit, after)
}

const mostWords = 6
const countedAtMost = 1000

const begins = (column: string, prefix: string): RawBuilder<unknown> => {
  const { from, to } = prefixRange(prefix)
  return sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`
}

// Walked along is the word that fewest names have: each row met is then checked for the others.
async function rarest(tx: Tx, script: string, words: readonly string[]): Promise<string | undefined> {
  if (words.length < 2) return words[0]
  const counts = words.map(
    (word) => sql`select ${word} as word, (select count(*) from (
      select 1 from registry.name_word w where w.script = ${script} and ${begins('w.word', word)} limit ${countedAtMost}) few) as names`,
  )
  const { rows } = await sql<{ word: string }>`
    select word from (${sql.join(counts, sql` union all `)}) counted order by names limit 1`.execute(tx.tables())
  return rows[0]?.word
}

// The other words are looked for on the row itself: asking a row more for each one met costs tens of milliseconds where
// both words are frequent. `offset 0` keeps the question for an earlier name to the rows that hold.
async function byName(
  tx: Tx,
  { script, along, others }: { script: string; along: string; others: readonly string[] },
  limit: number,
  after: Place | undefined,
): Promise<FoundPerson[]> {
  const hasOthers = (name: string): RawBuilder<unknown> =>
    sql.join(
      [sql`true`, ...others.map((word) => sql`strpos(${sql.ref(`${name}.words`)}, ${` ${word}`}) > 0`)],
      sql` and `,
    )
  const { rows } = await sql<{ id: string; word: string; key: string; name_id: string }>`
    select w.person_id as id, w.word, w.name_key as key, w.name_id from registry.name_word w
    where w.script = ${script} and ${begins('w.word', along)} and ${hasOthers('w')}
      and ${after ? sql`(w.word, w.name_key, w.name_id) > (${after.word}, ${after.key}, ${after.id}::uuid)` : sql`true`}
      and not exists (select 1 from registry.name_word earlier
        where earlier.person_id = w.person_id and earlier.script = ${script} and ${begins('earlier.word', along)}
          and (earlier.word, earlier.name_key, earlier.name_id) < (w.word, w.name_key, w.name_id)
          and ${hasOthers('earlier')} offset 0)
    order by w.word, w.name_key, w.name_id limit ${limit}`.execute(tx.tables())
  return rows.map(({ id, word, key, name_id }) => ({
    id,
    matched: 'name',
    place: { along, word, key, id: name_id },
  }))
}

async function byDocument(tx: Tx, prefix: string, limit: number, after: Place | undefined): Promise<FoundPerson[]> {
  const { from, to } = prefixRange(prefix)
  const { rows } = await sql<{ id: string; key: string }>`
    select distinct person_id as id, number_key as key from registry.identity_document
    where number_key >= ${from} and number_key < ${to} and ended_at is null
      and ${after ? sql`(number_key, person_id) > (${after.key}, ${after.id}::uuid)` : sql`true`}
    order by number_key, person_id limit ${limit}`.execute(tx.tables())
  return rows.map(({ id, key }) => ({ id, matched: 'document', place: { along: '', word: '', key, id } }))
}
