import { z } from 'zod'
import { listExhibitsQuery } from '#contracts/exhibits/exhibit.ts'
import { findCaseHeader, parseReference } from '#modules/casework/index.ts'
import { permissionsHeld } from '#modules/documents/index.ts'
import { inputError } from '#platform/commands/input-error.ts'
import { type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { readLabel } from '../domain/label.ts'
import { summariseExhibits } from '../exhibit-summaries.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { listWithin } from '../place-store.ts'
import { wordTokens } from '../words.ts'

/** The exhibits of a case, in the order of their numbers. */
export const listExhibitsOfCase = ({ rules }: Pick<ExhibitsDeps, 'rules'>) =>
  defineQuery({
    type: 'exhibit.list-of-case',
    permission: 'exhibit.read',
    input: z.strictObject({ caseId: z.uuid() }),
    recorded: true,
    execute: async (tx, { caseId }) => {
      const header = await findCaseHeader(tx, caseId)
      if (!header) throw platformErrors.fail('NOT_FOUND')
      const rows = await tx
        .tables<ExhibitsTables>()
        .selectFrom('exhibits.exhibit')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('id')
        .execute()
      const held = await permissionsHeld(tx, header.unitId)
      return {
        result: {
          items: await summariseExhibits(tx, rows),
          currency: rules.currency,
          can: { record: held.has('exhibit.record') },
        },
        access: {
          type: 'exhibit.listed',
          subjects: [{ type: 'case', id: caseId }],
          unitId: header.unitId,
          area: header.area,
          purpose: { kind: 'case' as const, id: caseId },
          codes: { count: rows.length },
        },
      }
    },
  })

/** Exhibits that the reader may see, newest first, by place, state, kind, and by what was typed or scanned. */
export const listExhibits = (deps: ExhibitsDeps) =>
  defineQuery({
    type: 'exhibit.list',
    permission: 'exhibit.read',
    input: listExhibitsQuery,
    recorded: true,
    execute: async (tx, query) => {
      const { q, unit, state, kind, limit } = query
      if (unit !== undefined && !tx.reach.covers(unit)) throw platformErrors.fail('NOT_PERMITTED')
      const places = query.place === undefined ? undefined : await listWithin(tx, query.place)
      const rows = await matching(tx, deps, q)
        .$if(unit !== undefined, (of) =>
          of.where((eb) =>
            eb.or([
              eb('unit_id', '=', unit ?? ''),
              eb(
                'case_id',
                'in',
                eb
                  .selectFrom('casework.case_file')
                  .select('id')
                  .where('unit_id', '=', unit ?? ''),
              ),
            ]),
          ),
        )
        .$if(places !== undefined, (of) => of.where((eb) => eb('place_id', '=', eb.fn.any(eb.val(places ?? [])))))
        .$if(state !== undefined, (of) => of.where('state', '=', state ?? 'held'))
        .$if(kind !== undefined, (of) => of.where('kind', '=', kind ?? 'other'))
        .$if(query.overdue === 'true', (of) => of.where('expected_back', '<', tx.now))
        .$if(query.marked === 'true', (of) => of.where('mark_count', '>', 0))
        .$if(query.cursor !== undefined, (of) => of.where('id', '<', readCursor(query.cursor ?? '')))
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      const page = rows.slice(0, limit)
      return {
        result: {
          items: await summariseExhibits(tx, page),
          next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
        },
        access: {
          type: 'exhibit.listed',
          subjects: page.map(({ id }) => ({ type: 'exhibit', id })),
          codes: { count: page.length },
          ...(q ? { detail: { q } } : {}),
        },
      }
    },
  })

// The cases that may be seen are found by their index; the policy of each exhibit then asks again.
function matching(tx: Tx, deps: ExhibitsDeps, q: string | undefined) {
  const seen = tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.exhibit')
    .where((eb) => eb('case_id', 'in', eb.selectFrom('casework.case_file').select('id')))
  if (q === undefined) return seen
  const label = readLabel(q)
  if (label !== undefined) return seen.where('label', '=', label)
  const number = parseReference(q)
  if (number) return seen.where('year', '=', number.year).where('number', '=', number.number)
  const tokens = wordTokens(deps.wordsKey, q)
  return seen.where((eb) =>
    eb.or([
      eb('seal_number', '=', q),
      tokens.length === 0
        ? eb.lit(false)
        : eb.and(
            tokens.map((token) =>
              eb(
                'exhibits.exhibit.id',
                'in',
                eb.selectFrom('exhibits.word').select('exhibit_id').where('token', '=', token),
              ),
            ),
          ),
    ]),
  )
}

function readCursor(cursor: string): string {
  const parsed = z.uuid().safeParse(cursor)
  if (!parsed.success) throw inputError(['cursor'], parsed.error)
  return parsed.data
}
