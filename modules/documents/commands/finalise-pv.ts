import { z } from 'zod'
import { finaliseBody } from '#contracts/documents/draft.ts'
import type { PvContent } from '#contracts/documents/content.ts'
import type { PvForm } from '#contracts/documents/form.ts'
import { findOfficer } from '#modules/organisation/index.ts'
import { requireCharter } from '#modules/registry/index.ts'
import { defineCommand } from '#platform/commands/types.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { aroundAct, printSetting } from '../act-setting.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import { documentsErrors } from '../documents-errors.ts'
import type { DocumentsTables, QualityCodes } from '../documents-tables.ts'
import { isHindered, qualitiesAsked, runChecks } from '../domain/checks.ts'
import { fieldsOf } from '../domain/form.ts'
import { settleOrigins } from '../domain/prefill.ts'
import { printText } from '../domain/print-text.ts'
import { buildPrint } from '../domain/print.ts'
import { getOpenDraft, openContent } from '../draft-store.ts'
import { codesAsJson, qualityToSign } from '../officer-in-law.ts'
import { getPv, markOf, newSalt, pvEvent, sealSource } from '../pv-store.ts'
import { renderPv } from '../render.ts'

const clockSlack = 5 * 60_000

/**
 * Closes the text of a draft: it takes its number and is printed for signature. What can still be mended and would harm
 * its validity is asked for first; a fact that broke a rule stays with it as a mark.
 */
export const finalisePv = (deps: DocumentsDeps) =>
  defineCommand({
    type: 'pv.finalise',
    permission: 'pv.finalise',
    input: z.strictObject({ draftId: z.uuid(), ...finaliseBody.shape }),
    execute: async (tx, { draftId, seq, supervisorId }) => {
      await requireCharter(tx, 'pvs')
      const draft = await getOpenDraft(tx, draftId)
      if (draft.seq !== seq) throw platformErrors.fail('STALE_EDIT')
      const authorId = supervisorId ?? draft.officer_id
      const content = settleOrigins(await openContent(tx, draft))
      requireClock(content, tx.now)
      const around = await aroundAct(deps, tx, {
        caseId: draft.case_id,
        formCode: draft.form_code,
        content,
        authorId,
      })
      const { form, file, author, codes, unitId, subject } = around
      requireFit(form, content)
      if (supervisorId) await requireSupervisor(deps, tx, supervisorId, form, content)
      const findings = runChecks(subject, deps.data.rules, 'content')
      if (isHindered(findings)) {
        const hindering = findings.filter((finding) => finding.level === 'blocks')
        throw documentsErrors.fail('PV_NOT_COMPLETE', {
          count: hindering.length,
          checks: hindering.map((finding) => finding.check).join(','),
        })
      }
      const corrects = draft.corrects_id ? await getPv(tx, draft.corrects_id) : undefined
      if (corrects && corrects.state !== 'sealed') throw documentsErrors.fail('PV_NOT_SEALED')

      const id = tx.ids.next()
      const area = areaOf(tx, unitId, file.area)
      const year = deps.legalTime.yearOf(tx.now)
      const series = file.sealed ? ('pv-sealed' as const) : ('pv' as const)
      // Taken late: the series waits for this transaction.
      const number = await tx.nextNumber(series, unitId, year)
      const reference = referenceOf(deps.data.words.reference, year, number)
      const setting = await printSetting(deps, tx, around, reference, corrects?.reference ?? null)
      const { document, pictures } = buildPrint(form, content, setting)
      const paper = await renderPv(deps.pdf, document, pictures, form.language, tx.now)
      const kept = await deps.files.keep(
        tx,
        { name: `pv-${year}-${number}.pdf`, mediaType: 'application/pdf', content: paper.pdf },
        { owner: { type: 'pv', id }, unitId, area },
      )
      const source = await sealSource(tx, id, {
        salt: newSalt(),
        form,
        content,
        document,
        pictures: { ...pictures },
        text: printText(document),
        author,
        protectedParticipants: [...subject.protectedParticipants],
        happenedAt: subject.happenedAt?.toISOString() ?? null,
      })
      const marks = findings.map(markOf)
      const db = tx.tables<DocumentsTables>()
      await db
        .insertInto('documents.pv')
        .values({
          id,
          case_id: draft.case_id,
          unit_id: unitId,
          area,
          series,
          year,
          number,
          reference,
          form_code: form.code,
          form_from: form.validFrom,
          act: form.act,
          state: 'finalised',
          act_at: content.actAt === null ? null : new Date(content.actAt),
          drafted_at: content.draftedAt ? new Date(content.draftedAt) : null,
          finalised_at: tx.now,
          author_id: authorId,
          drafted_by: draft.officer_id,
          quality_at_act: JSON.stringify(codes satisfies QualityCodes),
          corrects_id: draft.corrects_id,
          key_id: source.keyId,
          source: source.sealed,
          source_hash: source.hash,
          pages: paper.pages,
          paper_file_id: kept.id,
          marks: JSON.stringify(marks),
          signed_on: null,
          signed_by: null,
          quality_at_signing: null,
          signing: null,
          signing_marks: null,
          scan_file_id: null,
          sealed_file_id: null,
          sealed_hash: null,
          seal_key: null,
          sealed_at: null,
          abandoned_at: null,
          abandon_reason: null,
        })
        .execute()
      await db.updateTable('draft.pv_draft').set({ pv_id: id }).where('id', '=', draftId).execute()
      return {
        result: { id, reference, year, number, pages: paper.pages, marks: marks.length },
        event: {
          type: 'pv.finalised',
          ...pvEvent({ id, case_id: draft.case_id, unit_id: unitId, area }),
          codes: {
            reference,
            act: form.act,
            form: form.code,
            formFrom: form.validFrom,
            pages: paper.pages,
            actAt: content.actAt,
            sourceSha256: source.hash.toString('hex'),
            marks: marks.map((mark) => mark.check),
            quality: codesAsJson(codes),
            ...(draft.corrects_id ? { corrects: draft.corrects_id } : {}),
          },
          detail: { author: author.name, paperSha256: kept.sha256 },
        },
      }
    },
  })

const referenceOf = (template: string, year: number, number: number): string =>
  template.replace('{year}', String(year)).replace('{number}', String(number))

function requireClock(content: PvContent, now: Date): void {
  if (content.actAt !== null && Date.parse(content.actAt) - now.getTime() > clockSlack)
    throw platformErrors.fail('CLOCK_WRONG', { time: content.actAt })
}

/** What was typed for another wording of the form is not dropped in silence. */
function requireFit(form: PvForm, content: PvContent): void {
  const types = new Map(fieldsOf(form).map((field) => [field.id, field.type]))
  for (const [field, value] of Object.entries(content.values))
    if (types.get(field) !== value.type) throw documentsErrors.fail('PV_TEXT_DOES_NOT_FIT', { field })
}

/** Supervision is a claim to a quality: it is refused where the officer could not sign. */
async function requireSupervisor(
  deps: DocumentsDeps,
  tx: Tx,
  officerId: string,
  form: PvForm,
  content: PvContent,
): Promise<void> {
  const officer = await findOfficer(tx, officerId)
  if (!officer || !tx.reach.covers(officer.unit_id)) throw documentsErrors.fail('SUPERVISOR_UNFIT')
  const at = content.actAt === null ? tx.now : new Date(content.actAt)
  const asked = qualitiesAsked(form, deps.data.rules, deps.legalTime.dateOf(at))
  if (asked && (await qualityToSign(tx, officerId, at, asked)) === undefined)
    throw documentsErrors.fail('SUPERVISOR_UNFIT')
}

function areaOf(tx: Tx, unitId: string, otherwise: string): string {
  return tx.actor.unitId === unitId && tx.actor.area !== null ? tx.actor.area : otherwise
}
