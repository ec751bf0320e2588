import { sql } from 'kysely'
import { z } from 'zod'
import { type Query, type Tx, defineQuery } from '#platform/commands/types.ts'
import { getBoardPlace } from '../place-view.ts'

const input = z.strictObject({ custodyId: z.uuid().optional() })
const ofPlace = z.strictObject({ placeId: z.uuid() })
const day = 86_400_000

/**
 * A sign that differs once anything changed of the people held whom the reader may see, and says nothing of them: screens
 * that stand open ask for it, and look again, which is recorded, only where it differs.
 */
export const feelPulse: Query<typeof input, { pulse: string }> = defineQuery({
  type: 'custody.pulse',
  permission: 'custody.read',
  input,
  recorded: false,
  execute: (tx, { custodyId }) => feel(tx, { custodyId }),
})

/** The same of a place, for whoever may see its board. */
export const feelBoardPulse: Query<typeof ofPlace, { pulse: string }> = defineQuery({
  type: 'custody-board.pulse',
  permission: 'custody.board',
  input: ofPlace,
  recorded: false,
  execute: async (tx, { placeId }) => {
    await getBoardPlace(tx, placeId)
    return feel(tx, { placeId })
  },
})

async function feel(
  tx: Tx,
  { placeId, custodyId }: { readonly placeId?: string; readonly custodyId?: string | undefined },
): Promise<{ result: { pulse: string } }> {
  const { rows } = await sql<{ pulse: string }>`
    select md5(coalesce(string_agg(concat_ws(':', c.id, c.version,
      (select count(*) from custody.alarm a where a.custody_id = c.id and a.raised_at is not null),
      (select count(*) from custody.alarm_ack k where k.custody_id = c.id),
      -- A name leaves the screen once its case is sealed, whatever else happens to the person held.
      case when ${placeId ?? null}::uuid is not null then custody.hides_case(c.case_id) end), ',' order by c.id), '')) as pulse
    from custody.custody c
    where (${placeId ?? null}::uuid is null or c.place_id = ${placeId ?? null})
      and (${custodyId ?? null}::uuid is null or c.id = ${custodyId ?? null})
      and (c.ended_at is null or c.ended_at > ${new Date(tx.now.getTime() - day)}
        or c.id = ${custodyId ?? null})`.execute(tx.tables())
  return { result: { pulse: rows[0]?.pulse ?? '' } }
}
