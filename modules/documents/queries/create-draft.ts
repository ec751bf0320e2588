import { newDraftBody } from '#contracts/documents/draft.ts'
import type { PvContent } from '#contracts/documents/content.ts'
import { getCaseForAct } from '#modules/casework/index.ts'
import { getOfficer, unitNames } from '#modules/organisation/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getForm, requireReach } from '../act-setting.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import { documentsErrors } from '../documents-errors.ts'
import { proposeAgain, proposeContent } from '../domain/prefill.ts'
import { drafts, holdDraft, sealContent } from '../draft-store.ts'
import { getPv, openSource } from '../pv-store.ts'

/** Begins a draft with what the file proposes. Drafts are no acts: nothing of it goes into the log until it is closed. */
export const createDraft = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv-draft.create',
    permission: 'pv.draft',
    input: newDraftBody,
    recorded: false,
    execute: async (tx, { id, caseId, form: code, actAt = null, corrects, from }) => {
      await holdDraft(tx, id)
      const officerId = tx.actor.officerId
      if (!officerId) throw platformErrors.fail('SIGN_IN_NEEDED')
      const known = await drafts(tx).selectFrom('draft.pv_draft').select('id').where('id', '=', id).executeTakeFirst()
      if (known) return { result: { id } }
      const file = await getCaseForAct(tx, caseId)
      requireReach(tx, file)
      const form = getForm(deps, code, actAt ?? null, tx.now)
      const officer = await getOfficer(tx, officerId)
      const units = await unitNames(tx, tx.actor.unitId ?? officer.unit_id, form.language)
      const setting = {
        unitName: units.at(-1) ?? '',
        authorName: form.language === 'ar' ? officer.name_ar : officer.name_latin,
      }
      const content = from
        ? await textOf(tx, from, caseId)
        : proposeContent(form, file, setting, actAt ?? tx.now.toISOString())
      if (corrects) await requireSealed(tx, corrects, caseId)
      const { keyId, sealed } = await sealContent(tx, id, content)
      await drafts(tx)
        .insertInto('draft.pv_draft')
        .values({
          id,
          officer_id: officerId,
          case_id: caseId,
          form_code: code,
          corrects_id: corrects ?? null,
          key_id: keyId,
          content: sealed,
          seq: 0,
          writer: null,
          saved_by: null,
          held_until: null,
          created_at: tx.now,
          saved_at: tx.now,
          discarded_at: null,
          pv_id: null,
        })
        .execute()
      return { result: { id } }
    },
  })

async function textOf(tx: Tx, pvId: string, caseId: string): Promise<PvContent> {
  const row = await getPv(tx, pvId)
  if (row.case_id !== caseId) throw platformErrors.fail('NOT_FOUND')
  return proposeAgain((await openSource(tx, row)).content, { id: row.id, at: row.finalised_at })
}

async function requireSealed(tx: Tx, pvId: string, caseId: string): Promise<void> {
  const row = await getPv(tx, pvId)
  if (row.case_id !== caseId) throw platformErrors.fail('NOT_FOUND')
  if (row.state !== 'sealed') throw documentsErrors.fail('PV_NOT_SEALED')
}
