import { type CaseForAct, getCaseForAct } from '#modules/casework/index.ts'
import type { PvContent } from '#contracts/documents/content.ts'
import type { PvForm } from '#contracts/documents/form.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { documentsErrors } from './documents-errors.ts'
import type { DocumentsDeps } from './documents-deps.ts'
import type { QualityCodes } from './documents-tables.ts'
import type { Author, CheckSubject } from './domain/check-subject.ts'
import { formOn } from './domain/form.ts'
import type { PrintSetting } from './domain/print.ts'
import { unitNames } from '#modules/organisation/index.ts'
import { authorAt, qualityCodes } from './officer-in-law.ts'

/** Everything around a text that its checks and its print need. */
export interface ActAround {
  readonly form: PvForm
  readonly file: CaseForAct
  readonly author: Author
  readonly codes: QualityCodes
  /** Unit that draws the PV up. */
  readonly unitId: string
  readonly subject: CheckSubject
}

/** The form of a code on the day of the act, today where the act has no hour yet. Throws PV_FORM_UNKNOWN. */
export function getForm(deps: DocumentsDeps, code: string, actAt: string | null, now: Date): PvForm {
  const form = formOn(deps.data.forms, code, deps.legalTime.dateOf(actAt === null ? now : new Date(actAt)))
  if (!form) throw documentsErrors.fail('PV_FORM_UNKNOWN')
  return form
}

/** Case, form and author of an act. Throws NOT_FOUND, NOT_PERMITTED, PV_FORM_UNKNOWN. */
export async function aroundAct(
  deps: DocumentsDeps,
  tx: Tx,
  act: { readonly caseId: string; readonly formCode: string; readonly content: PvContent; readonly authorId: string },
): Promise<ActAround> {
  const { content, authorId } = act
  const form = getForm(deps, act.formCode, content.actAt, tx.now)
  const file = await getCaseForAct(tx, act.caseId)
  requireReach(tx, file)
  const codes = await qualityCodes(tx, authorId, content.actAt === null ? tx.now : new Date(content.actAt))
  const author = await authorAt(tx, authorId, codes, form.language, deps.data.words)
  const unitId = tx.actor.unitId !== null && tx.reach.covers(tx.actor.unitId) ? tx.actor.unitId : file.unitId
  const subject: CheckSubject = {
    form,
    content,
    author,
    now: tx.now,
    time: deps.legalTime,
    homeCountry: deps.iso,
    happenedAt: file.facts.happenedFrom === null ? null : new Date(file.facts.happenedFrom),
    protectedParticipants: new Set(file.participants.filter((each) => each.protected).map((each) => each.id)),
  }
  return { form, file, author, codes, unitId, subject }
}

/** A case seen because it is on offer, or waits for its prosecutor, is not thereby one to draw acts up in. */
export function requireReach(tx: Tx, file: { readonly sealed: boolean; readonly unitId: string }): void {
  if (!file.sealed && !tx.reach.covers(file.unitId)) throw platformErrors.fail('NOT_PERMITTED')
}

export async function printSetting(
  deps: DocumentsDeps,
  tx: Tx,
  around: Pick<ActAround, 'form' | 'author' | 'unitId'> & { readonly file: { readonly reference: string } },
  reference: string,
  corrects: string | null,
): Promise<PrintSetting> {
  return {
    training: deps.training,
    unitChain: await unitNames(tx, around.unitId, around.form.language),
    reference,
    caseReference: around.file.reference,
    author: around.author,
    corrects,
    words: deps.data.words,
    time: deps.legalTime,
    now: tx.now,
  }
}
