import { z } from 'zod'
import { linkExhibitBody } from '#contracts/exhibits/record.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { exhibitEvent, getExhibitToMove, openLinks, sealLinks } from '../exhibit-store.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { createPartyReader } from '../party.ts'
import { requirePv } from '../pv-link.ts'

/** Names the PV, the owner or the holder that were not known when the exhibit was recorded. What stands is not replaced. */
export const linkExhibit = defineCommand({
  type: 'exhibit.link',
  permission: 'exhibit.record',
  input: linkExhibitBody.safeExtend({ id: z.uuid() }),
  execute: async (tx, { id, baseVersion, pvId, ownerParticipantId, heldFromParticipantId }) => {
    const row = await getExhibitToMove(tx, id, baseVersion)
    if (
      (pvId && row.pv_id !== null) ||
      (ownerParticipantId && row.owner_participant_id !== null) ||
      (heldFromParticipantId && row.held_from_participant_id !== null)
    )
      throw exhibitsErrors.fail('EXHIBIT_LINK_STANDS')
    const pv = pvId ? await requirePv(tx, row.case_id, pvId) : undefined
    const parties = createPartyReader(tx, row.case_id, await tx.keyBytes(row.key_id))
    const links = {
      ...(await openLinks(tx, row)),
      ...(ownerParticipantId ? { owner: await parties.participant(ownerParticipantId) } : {}),
      ...(heldFromParticipantId ? { heldFrom: await parties.participant(heldFromParticipantId) } : {}),
    }
    const version = row.version + 1
    await tx
      .tables<ExhibitsTables>()
      .updateTable('exhibits.exhibit')
      .set({
        ...(pvId ? { pv_id: pvId } : {}),
        ...(ownerParticipantId ? { owner_participant_id: ownerParticipantId } : {}),
        ...(heldFromParticipantId ? { held_from_participant_id: heldFromParticipantId } : {}),
        links: await sealLinks(tx, id, links),
        version,
      })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return {
      result: { id, version },
      event: {
        type: 'exhibit.linked',
        ...exhibitEvent(row),
        codes: {
          reference: row.reference,
          ...(pv ? { pv: pv.reference } : {}),
          ...(ownerParticipantId ? { owner: ownerParticipantId } : {}),
          ...(heldFromParticipantId ? { heldFrom: heldFromParticipantId } : {}),
        },
      },
    }
  },
})
