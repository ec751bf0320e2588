import { z } from 'zod'
import { supervisorsQuery } from '#contracts/documents/draft.ts'
import { listServingOfficers } from '#modules/organisation/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getForm } from '../act-setting.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import { qualitiesAsked } from '../domain/checks.ts'
import { getOpenDraft, openContent } from '../draft-store.ts'
import { qualityText, qualityToSign, rankText } from '../officer-in-law.ts'

/** Officers of the unit who may sign a draft in the place of its writer; none are offered to one who has the quality. */
export const listSupervisors = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv-draft.list-supervisors',
    permission: 'pv.finalise',
    input: z.strictObject({ id: z.uuid(), ...supervisorsQuery.shape }),
    recorded: false,
    execute: async (tx, { id, ...query }) => {
      const row = await getOpenDraft(tx, id)
      if (!tx.actor.unitId) throw platformErrors.fail('SIGN_IN_NEEDED')
      const actAt = query.actAt ?? (await openContent(tx, row)).actAt
      const at = actAt === null ? tx.now : new Date(actAt)
      const form = getForm(deps, row.form_code, actAt, tx.now)
      const asked = qualitiesAsked(form, deps.data.rules, deps.legalTime.dateOf(at))
      if (!asked || (await qualityToSign(tx, row.officer_id, at, asked)) !== undefined)
        return { result: { needed: false, items: [] } }
      const items = []
      for (const officer of await listServingOfficers(tx, tx.actor.unitId)) {
        const held = officer.id === row.officer_id ? undefined : await qualityToSign(tx, officer.id, at, asked)
        if (held === undefined) continue
        const none = { ar: held, fr: held, en: held }
        items.push({
          id: officer.id,
          nameAr: officer.name_ar,
          nameLatin: officer.name_latin,
          rank: (officer.rank_code === null ? undefined : await rankText(tx, officer.rank_code)) ?? null,
          quality: (await qualityText(tx, held)) ?? none,
        })
      }
      return { result: { needed: true, items } }
    },
  })
