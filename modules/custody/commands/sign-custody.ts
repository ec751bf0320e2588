import { z } from 'zod'
import { signCustodyBody } from '#contracts/custody/custody.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodyErrors } from '../custody-errors.ts'
import { custodies, custodyEvent, getCustodyToRecord, qualityCodes } from '../custody-store.ts'

/**
 * Signs a line once the custody has ended. The facts stand with or without it; the signature is a claim to a quality, and
 * is refused to whom the quality is not, or was taken.
 */
export const signCustody = (deps: CustodyDeps) =>
  defineCommand({
    type: 'custody.sign',
    permission: 'custody.sign',
    stepUp: true,
    input: z.strictObject({ id: z.uuid(), ...signCustodyBody.shape }),
    execute: async (tx, { id, person, reason }) => {
      const officerId = tx.actor.officerId
      const row = await getCustodyToRecord(tx, id)
      if (officerId === null || !tx.reach.covers(row.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
      if (row.ended_at === null) throw custodyErrors.fail('CUSTODY_NOT_ENDED')
      if (row.signed_at !== null) throw custodyErrors.fail('CUSTODY_ALREADY_SIGNED')
      const codes = await qualityCodes(tx, officerId, tx.now)
      const asked = deps.rules.holders.find(({ measures }) => measures.includes(row.measure))?.qualities ?? []
      if (codes.suspended || !codes.qualities.some((quality) => asked.includes(quality)))
        throw custodyErrors.fail('CUSTODY_SIGNATURE_REFUSED')
      const signing = { person, reason: reason ?? null, quality: { ...codes, qualities: [...codes.qualities] } }
      await custodies(tx)
        .updateTable('custody.custody')
        .set({
          signed_at: tx.now,
          signed_by: officerId,
          signing: JSON.stringify(signing),
          version: row.version + 1,
        })
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return {
        result: { id, signedAt: tx.now.toISOString() },
        event: {
          type: 'custody.signed',
          ...custodyEvent(row),
          codes: { reference: row.reference, person, quality: { ...codes, qualities: [...codes.qualities] } },
        },
      }
    },
  })
