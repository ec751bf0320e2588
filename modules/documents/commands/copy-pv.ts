import { sql } from 'kysely'
import { z } from 'zod'
import { copyPvBody } from '#contracts/documents/pv.ts'
import { getOfficer } from '#modules/organisation/index.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import { drawnHands } from '../domain/strokes.ts'
import { documentsErrors } from '../documents-errors.ts'
import type { DocumentsTables } from '../documents-tables.ts'
import { getPv, openSigning, openSource, pvEvent, sha256 } from '../pv-store.ts'
import { renderPv } from '../render.ts'
import { sealPrint } from '../seal-print.ts'

/** Issues a copy of a sealed PV with its number and purpose on it; a certified one bears the unit's seal. */
export const copyPv = (deps: DocumentsDeps) =>
  defineCommand({
    type: 'pv.copy',
    permission: 'pv.copy',
    input: z.strictObject({ id: z.uuid(), ...copyPvBody.shape }),
    execute: async (tx, { id, certified, purpose }) => {
      const row = await getPv(tx, id)
      if (row.state !== 'sealed') throw documentsErrors.fail('PV_NOT_SEALED')
      const officerId = tx.actor.officerId
      const unitId = tx.actor.unitId
      if (!officerId || !unitId) throw platformErrors.fail('SIGN_IN_NEEDED')
      const source = await openSource(tx, row)
      const signing = await openSigning(tx, row)
      if (!signing) throw platformErrors.fail('NOT_FOUND')
      const officer = await getOfficer(tx, officerId)
      const { language } = source.form
      const issuedBy = language === 'ar' ? officer.name_ar : officer.name_latin
      const db = tx.tables<DocumentsTables>()
      // Copies of one PV are counted one after the other.
      await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 11))`.execute(db)
      const last = await db
        .selectFrom('documents.pv_copy')
        .select((eb) => eb.fn.max('number').as('number'))
        .where('pv_id', '=', id)
        .executeTakeFirst()
      const number = Number(last?.number ?? 0) + 1
      const document = {
        ...signing.document,
        copy: { number, certified, purpose, issuedOn: deps.legalTime.dateOf(tx.now), issuedBy },
      }
      const print = await renderPv(
        deps.pdf,
        document,
        { ...source.pictures, ...drawnHands(row.signed_on === 'screen' ? signing.signatures : []).pictures },
        language,
        tx.now,
      )
      const seal = { unitId, officer: issuedBy, reference: row.reference, what: 'copy' as const, locale: language }
      const content = certified ? (await sealPrint(deps, tx, print.pdf, seal)).pdf : print.pdf
      const kept = await deps.files.keep(
        tx,
        { name: `pv-${row.year}-${row.number}-copy-${number}.pdf`, mediaType: 'application/pdf', content },
        { owner: { type: 'pv', id }, unitId, area: tx.actor.area ?? row.area },
      )
      const { keyId, sealed } = await tx.encryptFor({ type: 'pv', id }, Buffer.from(purpose))
      const copyId = tx.ids.next()
      const digest = sha256(content)
      await db
        .insertInto('documents.pv_copy')
        .values({
          id: copyId,
          pv_id: id,
          unit_id: unitId,
          area: tx.actor.area ?? row.area,
          number,
          certified,
          key_id: keyId,
          purpose: sealed,
          file_id: kept.id,
          hash: digest,
          issued_by: officerId,
          issued_at: tx.now,
        })
        .execute()
      return {
        result: { id: copyId, number, sha256: digest.toString('hex') },
        event: {
          type: 'pv.copied',
          ...pvEvent(row),
          codes: { reference: row.reference, number, certified, sha256: digest.toString('hex') },
          detail: { purpose },
        },
      }
    },
  })
