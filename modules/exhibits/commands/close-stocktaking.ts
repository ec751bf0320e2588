import { z } from 'zod'
import { closeStocktakingBody } from '#contracts/exhibits/stocktaking.ts'
import { notify } from '#modules/notices/index.ts'
import { findOfficer } from '#modules/organisation/index.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import type { exhibitsNotices } from '../exhibits-notices.ts'
import type { ExhibitsTables, KeptDifference } from '../exhibits-tables.ts'
import { addMissingTasks, getOpenStocktaking, placesOf, standingOf } from '../stocktaking-store.ts'

/** Closes a count: what differs is kept, told to the head, and made a task of. Nothing moves by itself. */
export const closeStocktaking = defineCommand({
  type: 'exhibit-stocktaking.close',
  permission: 'exhibit.count',
  input: closeStocktakingBody.extend({ id: z.uuid() }),
  execute: async (tx, { id, withOfficerId, note, tasks }) => {
    const closedBy = tx.actor.officerId
    if (!closedBy) throw platformErrors.fail('SIGN_IN_NEEDED')
    if (withOfficerId === closedBy) throw exhibitsErrors.fail('EXHIBIT_ONE_PERSON')
    if (!(await findOfficer(tx, withOfficerId))) throw exhibitsErrors.fail('EXHIBIT_PARTY_UNKNOWN')
    const row = await getOpenStocktaking(tx, id)
    const db = tx.tables<ExhibitsTables>()
    const place = await db
      .selectFrom('exhibits.place')
      .select('code')
      .where('id', '=', row.place_id)
      .executeTakeFirstOrThrow()
    const { expected, scans, differences } = await standingOf(tx, row)
    const recordedIn = await placesOf(tx, differences)
    const kept: KeptDifference[] = differences.map(({ kind, exhibitId, sealSeen, text }) => ({
      kind,
      exhibitId,
      sealSeen,
      scanId: text === null ? null : (scans.find((scan) => scan.text === text)?.scanId ?? null),
      placeId: kind === 'surplus' && exhibitId ? (recordedIn.get(exhibitId) ?? null) : null,
    }))
    const { sealed } = await tx.encryptFor(
      { type: 'exhibit-stocktaking', id },
      Buffer.from(JSON.stringify({ note: note ?? null })),
    )
    await db
      .updateTable('exhibits.stocktaking')
      .set({
        closed_at: tx.now,
        closed_by: closedBy,
        closed_with: withOfficerId,
        expected: JSON.stringify(expected),
        differences: JSON.stringify(kept),
        detail: sealed,
      })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const cases = tasks ? await addMissingTasks(tx, differences) : []
    if (differences.length > 0) {
      await notify(tx, {
        kind: 'exhibit.count-differs' satisfies keyof typeof exhibitsNotices,
        to: [{ kind: 'role', role: 'head-of-unit', unitId: row.unit_id }],
        link: { type: 'exhibit-stocktaking', id },
        unitId: row.unit_id,
        params: { place: place.code, count: differences.length },
        aboutOfficerId: closedBy,
      })
    }
    return {
      result: { id, differences: differences.length },
      event: {
        type: 'exhibit-stocktaking.closed',
        subjects: [
          { type: 'exhibit-stocktaking', id },
          { type: 'exhibit-place', id: row.place_id },
          ...cases.map((caseId) => ({ type: 'case', id: caseId })),
          ...exhibitsOf(kept),
        ],
        unitId: row.unit_id,
        area: row.area,
        codes: {
          place: place.code,
          expected: expected.length,
          differences: differences.length,
          with: withOfficerId,
          kinds: differences.map(({ kind }) => kind),
        },
      },
    }
  },
})

function exhibitsOf(differences: readonly KeptDifference[]): { type: string; id: string }[] {
  const ids = new Set(differences.flatMap(({ exhibitId }) => exhibitId ?? []))
  return [...ids].map((id) => ({ type: 'exhibit', id }))
}
