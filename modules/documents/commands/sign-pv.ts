import { z } from 'zod'
import { signPvBody } from '#contracts/documents/pv.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import { documentsErrors } from '../documents-errors.ts'
import type { DocumentsTables } from '../documents-tables.ts'
import type { ExpectedSignature } from '../domain/check-subject.ts'
import { expectedSignatures } from '../domain/check-subject.ts'
import { isHindered, runChecks } from '../domain/checks.ts'
import { buildPrint } from '../domain/print.ts'
import { drawnHands } from '../domain/strokes.ts'
import { unitNames } from '#modules/organisation/index.ts'
import { codesAsJson } from '../officer-in-law.ts'
import { getPv, getPvToSign, markOf, openSource, pvEvent, sealSigning, sha256 } from '../pv-store.ts'
import { renderPv } from '../render.ts'
import { sealPrint } from '../seal-print.ts'
import { type SignBody, signingSubject, signsOnScreen } from '../signing-subject.ts'
import { findCaseHeader } from '#modules/casework/index.ts'

/**
 * Takes a PV back signed: the paper is reconciled with what was printed, the quality of the signer at the act and now is
 * frozen with it, and the PDF/A gets the unit's seal in the officer's name. From then on nothing of it changes.
 */
export const signPv = (deps: DocumentsDeps) =>
  defineCommand({
    type: 'pv.sign',
    permission: 'pv.sign',
    stepUp: true,
    input: z.strictObject({ id: z.uuid(), ...signPvBody.shape }),
    execute: async (tx, { id, ...body }) => {
      const row = await getPvToSign(tx, id)
      if (row.author_id !== tx.actor.officerId) throw platformErrors.fail('NOT_PERMITTED')
      const source = await openSource(tx, row)
      if (body.mode === 'screen')
        await requireScreen(tx, row.unit_id, body, expectedSignatures(source.form, source.content, source.author.name))
      const { signing, subject, atSigning } = await signingSubject(deps, tx, row, source, body)
      const findings = runChecks(subject, deps.data.rules, 'signing')
      if (isHindered(findings)) {
        const hindering = findings.filter((finding) => finding.level === 'blocks')
        throw documentsErrors.fail('PV_SIGNATURE_REFUSED', {
          count: hindering.length,
          checks: hindering.map((finding) => finding.check).join(','),
        })
      }
      const target = { owner: { type: 'pv', id }, unitId: row.unit_id, area: row.area }
      const scan =
        body.mode === 'paper' && body.scanUploadId ? await deps.files.promote(tx, body.scanUploadId, target) : undefined
      const { language } = source.form
      const header = await findCaseHeader(tx, row.case_id)
      const drawn = drawnHands(body.mode === 'screen' ? body.signatures : [])
      const { document, pictures } = buildPrint(source.form, source.content, {
        training: deps.training,
        unitChain: await unitNames(tx, row.unit_id, language),
        reference: row.reference,
        // The file's number when the text was closed; it may have moved on since.
        caseReference: source.document.caseReference ?? header?.reference ?? '',
        author: source.author,
        corrects: row.corrects_id ? (await getPv(tx, row.corrects_id)).reference : null,
        words: deps.data.words,
        time: deps.legalTime,
        now: row.finalised_at,
        signed: { signing, digest: scan?.sha256 ?? null, hands: drawn.hands },
      })
      const print = await renderPv(deps.pdf, document, { ...pictures, ...drawn.pictures }, language, tx.now)
      const sealed = await sealPrint(deps, tx, print.pdf, {
        unitId: row.unit_id,
        officer: source.author.name,
        reference: row.reference,
        what: 'pv',
        locale: language,
      })
      const kept = await deps.files.keep(
        tx,
        { name: `pv-${row.year}-${row.number}-sealed.pdf`, mediaType: 'application/pdf', content: sealed.pdf },
        target,
      )
      const digest = sha256(sealed.pdf)
      const marks = findings.map(markOf)
      const { signatures, strikeOuts, pagesCounted } = body
      await tx
        .tables<DocumentsTables>()
        .updateTable('documents.pv')
        .set({
          state: 'sealed',
          signed_on: body.mode,
          signed_by: tx.actor.officerId,
          quality_at_signing: JSON.stringify(atSigning),
          signing: await sealSigning(tx, id, { signatures, strikeOuts, pagesCounted: pagesCounted ?? null, document }),
          signing_marks: JSON.stringify(marks),
          scan_file_id: scan?.id ?? null,
          sealed_file_id: kept.id,
          sealed_hash: digest,
          seal_key: sealed.keyId,
          sealed_at: tx.now,
        })
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return {
        result: {
          id,
          reference: row.reference,
          sealedAt: tx.now.toISOString(),
          sha256: digest.toString('hex'),
          marks: marks.length,
        },
        event: {
          type: 'pv.sealed',
          ...pvEvent(row),
          codes: {
            reference: row.reference,
            act: row.act,
            mode: body.mode,
            pages: row.pages,
            sealedSha256: digest.toString('hex'),
            sourceSha256: Buffer.from(row.source_hash).toString('hex'),
            ...(scan ? { scanSha256: scan.sha256 } : {}),
            sealKey: sealed.keyId,
            marks: marks.map((mark) => mark.check),
            qualityAtAct: codesAsJson(row.quality_at_act),
            qualityAtSigning: codesAsJson(atSigning),
            words: strikeOuts.words,
            insertions: strikeOuts.insertions,
            ways: signatures.map((signature) => signature.how),
          },
          detail: { officer: source.author.name },
        },
      }
    },
  })

async function requireScreen(
  tx: Parameters<typeof signsOnScreen>[0],
  unitId: string,
  body: SignBody,
  expected: readonly ExpectedSignature[],
): Promise<void> {
  if (!(await signsOnScreen(tx, unitId))) throw documentsErrors.fail('PV_SIGN_ON_SCREEN_OFF')
  const isDrawn = (strokes: readonly object[] | undefined): boolean => strokes !== undefined && strokes.length > 0
  const without = body.signatures.find(
    (each) =>
      each.how === 'signature' && !(isDrawn(each.strokes) && (each.ownHand !== true || isDrawn(each.nameStrokes))),
  )
  if (!without) return
  const name = expected.find((each) => each.key === without.key)?.name
  throw documentsErrors.fail('PV_STROKES_MISSING', { person: name ?? without.key })
}
