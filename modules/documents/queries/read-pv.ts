import { z } from 'zod'
import type { PvSummary } from '#contracts/documents/pv.ts'
import { signPvBody } from '#contracts/documents/pv.ts'
import { findCaseHeader } from '#modules/casework/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { DocumentsDeps } from '../documents-deps.ts'
import type { DocumentsTables, Mark } from '../documents-tables.ts'
import { type CheckSubject, expectedSignatures } from '../domain/check-subject.ts'
import { isHindered, markTexts, runChecks } from '../domain/checks.ts'
import { permissionsHeld } from '../held-permissions.ts'
import { officerName } from '../officer-in-law.ts'
import { type PvRow, type PvSigning, type PvSource, getPv, openSigning, openSource, pvEvent } from '../pv-store.ts'
import { closedSubject, sealedSubject, signingSubject, signsOnScreen } from '../signing-subject.ts'

/** PVs of a case in the order of their closing. */
export const listPvs = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv.list',
    permission: 'pv.read',
    input: z.strictObject({ caseId: z.uuid() }),
    recorded: true,
    execute: async (tx, { caseId }) => {
      const header = await findCaseHeader(tx, caseId)
      if (!header) throw platformErrors.fail('NOT_FOUND')
      const rows = await tx
        .tables<DocumentsTables>()
        .selectFrom('documents.pv')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('id')
        .execute()
      const items: PvSummary[] = []
      for (const row of rows) items.push(await summaryOf(deps, tx, row))
      return {
        result: { items },
        access: {
          type: 'pv.listed',
          subjects: [{ type: 'case', id: caseId }],
          unitId: header.unitId,
          area: header.area,
          purpose: { kind: 'case' as const, id: caseId },
          codes: { count: items.length },
        },
      }
    },
  })

/** PVs of the officer that wait to be signed. */
export const listPvsToSign = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv.list-to-sign',
    permission: 'pv.sign',
    input: z.strictObject({}),
    recorded: false,
    execute: async (tx) => {
      const rows = await tx
        .tables<DocumentsTables>()
        .selectFrom('documents.pv')
        .selectAll()
        .where('author_id', '=', tx.actor.officerId)
        .where('state', '=', 'finalised')
        .orderBy('id')
        .limit(200)
        .execute()
      const items: PvSummary[] = []
      for (const row of rows) items.push(await summaryOf(deps, tx, row))
      return { result: { items } }
    },
  })

async function summaryOf(deps: DocumentsDeps, tx: Tx, row: PvRow): Promise<PvSummary> {
  const corrections = await tx
    .tables<DocumentsTables>()
    .selectFrom('documents.pv')
    .select(['id', 'reference'])
    .where('corrects_id', '=', row.id)
    .where('state', '<>', 'abandoned')
    .orderBy('id')
    .execute()
  const form = deps.data.forms.find((each) => each.code === row.form_code && each.validFrom === row.form_from)
  return {
    id: row.id,
    caseId: row.case_id,
    reference: row.reference,
    year: row.year,
    number: row.number,
    act: row.act,
    form: row.form_code,
    labels: form?.labels ?? { ar: row.form_code, fr: row.form_code, en: row.form_code },
    state: row.state,
    actAt: row.act_at?.toISOString() ?? null,
    finalisedAt: row.finalised_at.toISOString(),
    sealedAt: row.sealed_at?.toISOString() ?? null,
    author: await officerName(tx, row.author_id),
    unitId: row.unit_id,
    pages: row.pages,
    marks: row.marks.length + (row.signing_marks?.length ?? 0),
    corrects: row.corrects_id,
    correctedBy: corrections,
  }
}

/** A PV with its source text, its remarks, its copies and what the reader may do with it. */
export const readPv = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv.read',
    permission: 'pv.read',
    input: z.strictObject({ id: z.uuid() }),
    recorded: true,
    execute: async (tx, { id }) => {
      const row = await getPv(tx, id)
      const source = await openSource(tx, row)
      const signing = await openSigning(tx, row)
      return {
        result: {
          ...(await summaryOf(deps, tx, row)),
          draftedAt: row.drafted_at?.toISOString() ?? null,
          draftedBy: await officerName(tx, row.drafted_by),
          formData: source.form,
          content: source.content,
          text: source.text,
          qualityAtAct: {
            rank: row.quality_at_act.rank,
            qualities: [...row.quality_at_act.qualities],
            suspended: row.quality_at_act.suspended,
          },
          ...remarksOf(deps, row, source, signing),
          toSign: expectedSignatures(source.form, source.content, source.author.name).map(
            ({ signature, key, name }) => ({
              code: signature.code,
              key,
              name,
              labels: signature.labels,
              need: signature.need,
              ownHand: signature.ownHand,
            }),
          ),
          signedOn: row.signed_on,
          signatures: (signing?.signatures ?? []).map(({ code, key, how, reason, review }) => ({
            code,
            key,
            how,
            reason: reason ?? null,
            review: review ?? null,
          })),
          strikeOuts: signing ? { words: signing.strikeOuts.words, insertions: signing.strikeOuts.insertions } : null,
          sourceHash: Buffer.from(row.source_hash).toString('hex'),
          sealedHash: row.sealed_hash ? Buffer.from(row.sealed_hash).toString('hex') : null,
          sealKey: row.seal_key,
          hasScan: row.scan_file_id !== null,
          abandonedAt: row.abandoned_at?.toISOString() ?? null,
          abandonReason: row.abandon_reason,
          copies: await copiesOf(tx, row),
          can: await abilities(tx, row),
        },
        access: { type: 'pv.read', ...pvEvent(row), codes: { reference: row.reference } },
      }
    },
  })

function remarksOf(deps: DocumentsDeps, row: PvRow, source: PvSource, signing: PvSigning | undefined) {
  const say = (marks: readonly Mark[], phase: 'content' | 'signing', subject: CheckSubject) => {
    const texts = markTexts(marks, runChecks(subject, deps.data.rules, phase), source.form)
    return marks.map((mark, index) => ({
      ...mark,
      articles: [...mark.articles],
      text: texts[index] ?? { ar: mark.check, fr: mark.check, en: mark.check },
    }))
  }
  const closed = closedSubject(deps, row, source)
  return {
    remarks: say(row.marks, 'content', closed),
    signingRemarks: signing ? say(row.signing_marks ?? [], 'signing', sealedSubject(row, closed, signing)) : [],
  }
}

async function copiesOf(tx: Tx, row: PvRow) {
  const rows = await tx
    .tables<DocumentsTables>()
    .selectFrom('documents.pv_copy')
    .selectAll()
    .where('pv_id', '=', row.id)
    .orderBy('number')
    .execute()
  return Promise.all(
    rows.map(async (copy) => ({
      id: copy.id,
      number: copy.number,
      certified: copy.certified,
      purpose: (await tx.decrypt(copy.key_id, copy.purpose))?.toString() ?? null,
      issuedAt: copy.issued_at.toISOString(),
      issuedBy: await officerName(tx, copy.issued_by),
    })),
  )
}

async function abilities(tx: Tx, row: PvRow) {
  const held = await permissionsHeld(tx, row.unit_id)
  const isAuthor = row.author_id === tx.actor.officerId
  const sign = row.state === 'finalised' && isAuthor && held.has('pv.sign')
  return {
    sign,
    signOnScreen: sign && (await signsOnScreen(tx, row.unit_id)),
    abandon: row.state === 'finalised' && held.has('pv.abandon'),
    copy: row.state === 'sealed' && held.has('pv.copy'),
    correct: row.state === 'sealed' && held.has('pv.draft'),
  }
}

/** What the checks would say of a signature, before it is given. */
export const checkSigning = (deps: DocumentsDeps) =>
  defineQuery({
    type: 'pv.check-signing',
    permission: 'pv.sign',
    input: z.strictObject({ id: z.uuid(), ...signPvBody.shape }),
    recorded: false,
    execute: async (tx, { id, ...body }) => {
      const row = await getPv(tx, id)
      const source = await openSource(tx, row)
      const { subject } = await signingSubject(deps, tx, row, source, body)
      const findings = runChecks(subject, deps.data.rules, 'signing')
      return { result: { findings: [...findings], clear: !isHindered(findings) } }
    },
  })
