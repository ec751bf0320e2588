import { createHash } from 'node:crypto'
import { z } from 'zod'
import { certifyChainBody } from '#contracts/exhibits/record.ts'
import { getCaseToChange } from '#modules/casework/index.ts'
import { canonicalJson } from '#platform/audit/log/index.ts'
import { plainJson } from '#platform/commands/plain-json.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { loadCustodyChain } from '../custody-chain.ts'
import { breaksChain } from '../domain/chain.ts'
import { exhibitEvent, getExhibit } from '../exhibit-store.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'

/** Claims that the chain is unbroken up to its last movement: a claim, and so refused where it is not true. */
export const certifyChain = defineCommand({
  type: 'exhibit.certify',
  permission: 'exhibit.certify',
  input: certifyChainBody.extend({ id: z.uuid() }),
  execute: async (tx, { id, baseVersion, purpose }) => {
    const row = await getExhibit(tx, id)
    await getCaseToChange(tx, row.case_id, { evenClosed: true })
    if (row.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
    const officerId = tx.actor.officerId
    if (!officerId) throw platformErrors.fail('SIGN_IN_NEEDED')
    const { movements, unbroken } = await loadCustodyChain(tx, id)
    if (!unbroken) {
      const breaks = movements.flatMap(({ kind, marks }) => [
        ...marks.filter(breaksChain),
        ...(kind === 'missing' ? [kind] : []),
      ])
      throw exhibitsErrors.fail('EXHIBIT_CHAIN_BROKEN', { count: breaks.length })
    }
    const digest = createHash('sha256')
      .update(canonicalJson(plainJson({ exhibit: id, movements })))
      .digest()
    const { keyId, sealed } = await tx.encryptFor({ type: 'exhibit', id }, Buffer.from(purpose))
    const certificateId = tx.ids.next()
    await tx
      .tables<ExhibitsTables>()
      .insertInto('exhibits.chain_certificate')
      .values({
        id: certificateId,
        exhibit_id: id,
        unit_id: row.unit_id,
        area: row.area,
        up_to_seq: row.seq,
        digest,
        key_id: keyId,
        purpose: sealed,
        certified_at: tx.now,
        certified_by: officerId,
      })
      .execute()
    return {
      result: {
        id: certificateId,
        upToSeq: row.seq,
        digest: digest.toString('hex'),
        certifiedAt: tx.now.toISOString(),
      },
      event: {
        type: 'exhibit.certified',
        ...exhibitEvent(row),
        codes: { reference: row.reference, seq: row.seq, digest: digest.toString('hex') },
        detail: { purpose },
      },
    }
  },
})
