import { z } from 'zod'
import { findCaseHeader, getCaseForAct } from '#modules/casework/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import { formOn } from '../domain/form.ts'
import { statementOf } from '../domain/prefill.ts'
import { type DraftRow, drafts, getDraft, openContent } from '../draft-store.ts'

/** The officer's own drafts, the last saved first. */
export const listDrafts = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv-draft.list',
    permission: 'pv.draft',
    input: z.strictObject({ discarded: z.boolean() }),
    recorded: false,
    execute: async (tx, { discarded }) => {
      const rows = await drafts(tx)
        .selectFrom('draft.pv_draft')
        .selectAll()
        .where('pv_id', 'is', null)
        .where('discarded_at', discarded ? 'is not' : 'is', null)
        .orderBy('saved_at', 'desc')
        .limit(200)
        .execute()
      const items = []
      for (const row of rows) items.push(await draftLine(deps, tx, row))
      return { result: { items } }
    },
  })

/** A draft with its form, what the file would say about its people, and the texts kept aside. */
export const readDraft = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv-draft.read',
    permission: 'pv.draft',
    input: z.strictObject({ id: z.uuid() }),
    recorded: false,
    execute: async (tx, { id }) => {
      const row = await getDraft(tx, id)
      const file = await getCaseForAct(tx, row.case_id)
      const content = await openContent(tx, row)
      const day = deps.legalTime.dateOf(content.actAt === null ? tx.now : new Date(content.actAt))
      const copies = await drafts(tx)
        .selectFrom('draft.pv_draft_copy')
        .select(['id', 'writer', 'kept_at'])
        .where('draft_id', '=', id)
        .orderBy('kept_at', 'desc')
        .execute()
      return {
        result: {
          ...(await draftLine(deps, tx, row)),
          seq: row.seq,
          writer: row.writer,
          heldUntil: row.held_until?.toISOString() ?? null,
          content,
          formData: formOn(deps.data.forms, row.form_code, day) ?? null,
          copyList: copies.map((copy) => ({ id: copy.id, writer: copy.writer, keptAt: copy.kept_at.toISOString() })),
          people: file.participants.map((participant, index) => {
            const { statement, origins } = statementOf(participant, `f-${index + 1}`)
            return { role: participant.role, statement, origins: Object.fromEntries(origins) }
          }),
        },
      }
    },
  })

/** A text that was kept aside. */
export const readDraftCopy = defineQuery({
  type: 'pv-draft.read-copy',
  permission: 'pv.draft',
  input: z.strictObject({ id: z.uuid(), copyId: z.uuid() }),
  recorded: false,
  execute: async (tx, { id, copyId }) => {
    const copy = await drafts(tx)
      .selectFrom('draft.pv_draft_copy')
      .selectAll()
      .where('id', '=', copyId)
      .where('draft_id', '=', id)
      .executeTakeFirst()
    if (!copy) throw platformErrors.fail('NOT_FOUND')
    return { result: { id: copy.id, keptAt: copy.kept_at.toISOString(), content: await openContent(tx, copy) } }
  },
})

async function draftLine(deps: DocumentsDeps, tx: Tx, row: DraftRow) {
  const header = await findCaseHeader(tx, row.case_id)
  const form = deps.data.forms.find((each) => each.code === row.form_code)
  const { n } = await drafts(tx)
    .selectFrom('draft.pv_draft_copy')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('draft_id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    caseId: row.case_id,
    caseReference: header?.reference ?? null,
    form: row.form_code,
    act: form?.act ?? null,
    labels: form?.labels ?? null,
    corrects: row.corrects_id,
    createdAt: row.created_at.toISOString(),
    savedAt: row.saved_at.toISOString(),
    discardedAt: row.discarded_at?.toISOString() ?? null,
    copies: Number(n),
  }
}
