import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { Locale } from '#platform/i18n/text.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { aroundAct, printSetting } from '../act-setting.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import { isHindered, runChecks } from '../domain/checks.ts'
import { type Print, buildPrint, draftReference } from '../domain/print.ts'
import { readingOf } from '../domain/reading.ts'
import { getDraft, openContent } from '../draft-store.ts'
import { getPv } from '../pv-store.ts'
import { renderPv } from '../render.ts'

const input = z.strictObject({ id: z.uuid() })

/** What the checks say of the text as it is saved. */
export const checkDraft = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv-draft.check',
    permission: 'pv.draft',
    input,
    recorded: false,
    execute: async (tx, { id }) => {
      const row = await getDraft(tx, id)
      const content = await openContent(tx, row)
      const { subject } = await aroundAct(deps, tx, {
        caseId: row.case_id,
        formCode: row.form_code,
        content,
        authorId: row.officer_id,
      })
      const findings = runChecks(subject, deps.data.rules, 'content')
      return { result: { findings: [...findings], clear: !isHindered(findings) } }
    },
  })

/** The draft as it would be printed, for reading back; it bears no number and says what it is. */
export const previewDraft = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv-draft.preview',
    permission: 'pv.draft',
    input,
    recorded: false,
    execute: async (tx, { id }) => {
      const { document, pictures, language } = await draftPrint(deps, tx, id)
      return { result: (await renderPv(deps.pdf, document, pictures, language, tx.now)).pdf }
    },
  })

/** The words of that print, to be read aloud and by the person heard. */
export const readBackDraft = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv-draft.read-back',
    permission: 'pv.draft',
    input,
    recorded: false,
    execute: async (tx, { id }) => {
      const { document, language } = await draftPrint(deps, tx, id)
      return { result: readingOf(document, language) }
    },
  })

async function draftPrint(deps: DocumentsDeps, tx: Tx, id: string): Promise<Print & { readonly language: Locale }> {
  const row = await getDraft(tx, id)
  if (!tx.actor.officerId) throw platformErrors.fail('SIGN_IN_NEEDED')
  const content = await openContent(tx, row)
  const around = await aroundAct(deps, tx, {
    caseId: row.case_id,
    formCode: row.form_code,
    content,
    authorId: row.officer_id,
  })
  const corrects = row.corrects_id ? (await getPv(tx, row.corrects_id)).reference : null
  const { language } = around.form
  const setting = await printSetting(deps, tx, around, draftReference(language), corrects)
  return { ...buildPrint(around.form, content, setting), language }
}
