import { z } from 'zod'
import type { CustodySummary } from '#contracts/custody/custody.ts'
import { findCaseHeader } from '#modules/casework/index.ts'
import { foldName } from '#modules/registry/index.ts'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { type CustodyRow, custodies } from '../custody-store.ts'
import { loadCustodies, summarise } from '../custody-view.ts'

const input = z.strictObject({
  state: z.enum(['open', 'ended']).default('open'),
  placeId: z.uuid().optional(),
  text: z.string().trim().min(2).max(100).optional(),
})

/** Custodies in reach: those that last by their deadline, those that ended by their end; a text looks in names and lines. */
export const listCustodies = (deps: CustodyDeps): Query<typeof input, { items: CustodySummary[] }> =>
  defineQuery({
    type: 'custody.list',
    permission: 'custody.read',
    input,
    recorded: true,
    execute: async (tx, { state, placeId, text }) => {
      let query = custodies(tx).selectFrom('custody.custody').selectAll()
      if (placeId) query = query.where('place_id', '=', placeId)
      const rows = await (
        state === 'open'
          ? query.where('ended_at', 'is', null).orderBy('deadline_at').orderBy('id')
          : query.where('ended_at', 'is not', null).orderBy('ended_at', 'desc').orderBy('id')
      )
        .limit(300)
        .execute()
      const all = await summarise(tx, deps.rules, await loadCustodies(tx, rows), tx.now)
      const wanted = text === undefined ? undefined : foldName(text)
      const items =
        wanted === undefined
          ? all
          : all.filter(
              ({ name, reference }) =>
                reference.includes(text ?? '') ||
                [name?.ar, name?.latin].some((each) => each && foldName(each).includes(wanted)),
            )
      return { result: { items }, access: listedAccess(items) }
    },
  })

const caseInput = z.strictObject({ caseId: z.uuid() })

/** Custodies of a case, the last first. */
export const listCustodiesOfCase = (deps: CustodyDeps): Query<typeof caseInput, { items: CustodySummary[] }> =>
  defineQuery({
    type: 'custody.list-of-case',
    permission: 'custody.read',
    input: caseInput,
    recorded: true,
    execute: async (tx, { caseId }) => {
      const header = await findCaseHeader(tx, caseId)
      if (!header) throw platformErrors.fail('NOT_FOUND')
      const rows: CustodyRow[] = await custodies(tx)
        .selectFrom('custody.custody')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('placed_at', 'desc')
        .execute()
      const items = await summarise(tx, deps.rules, await loadCustodies(tx, rows), tx.now)
      return {
        result: { items },
        access: { ...listedAccess(items), purpose: { kind: 'case' as const, id: caseId }, unitId: header.unitId },
      }
    },
  })

function listedAccess(items: readonly CustodySummary[]) {
  return {
    type: 'custody.listed',
    subjects: items.map(({ id }) => ({ type: 'custody', id })),
    purpose: { kind: 'duty' as const },
    codes: { count: items.length },
  }
}
