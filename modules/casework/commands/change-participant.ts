import { sql } from 'kysely'
import { z } from 'zod'
import { changeParticipantBody, endParticipantBody, resumeParticipantBody } from '#contracts/casework/participants.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { summarisePersons } from '#modules/registry/index.ts'
import { type CaseRow, caseCodes, caseEvent, getCaseToChange } from '../case-store.ts'
import { caseworkErrors } from '../casework-errors.ts'
import type { CaseworkTables } from '../casework-tables.ts'

const ids = { caseId: z.uuid(), participantId: z.uuid() }

/** A new role is a new link: the old one ends and stays. */
export const changeParticipant = defineCommand({
  type: 'case.change-participant',
  permission: 'case.change',
  input: z.strictObject({ ...ids, ...changeParticipantBody.shape }),
  execute: async (tx, { caseId, participantId, baseVersion, role, standing }) => {
    const { row, link } = await getLink(tx, caseId, participantId, baseVersion)
    const db = tx.tables<CaseworkTables>()
    await endLink(tx, link.id, 'new-role')
    const id = tx.ids.next()
    const { version: _, ...same } = link
    await db
      .insertInto('casework.participant')
      .values({
        ...same,
        id,
        role,
        standing,
        since: tx.now,
        until: null,
        end_reason: null,
        added_by: tx.actor.officerId,
      })
      .execute()
    if (link.protected) await sql`select casework.carry_protection(${link.id}, ${id})`.execute(db)
    // Who guards this minor guards the same minor in the new role.
    await db
      .updateTable('casework.participant')
      .set((eb) => ({ guards_id: id, version: eb('version', '+', 1) }))
      .where('guards_id', '=', link.id)
      .where('until', 'is', null)
      .execute()
    return {
      result: { id },
      event: {
        type: 'case.participant-changed',
        ...caseEvent(row, [{ type: 'participant', id }]),
        codes: { ...caseCodes(row), before: link.role, role, standing },
        detail: { name: await nameOf(tx, link) },
      },
    }
  },
})

export const endParticipant = defineCommand({
  type: 'case.end-participant',
  permission: 'case.change',
  input: z.strictObject({ ...ids, ...endParticipantBody.shape }),
  execute: async (tx, { caseId, participantId, baseVersion, reason }) => {
    const { row, link } = await getLink(tx, caseId, participantId, baseVersion)
    await endLink(tx, link.id, reason)
    return {
      result: { id: participantId },
      event: {
        type: 'case.participant-ended',
        ...caseEvent(row, [{ type: 'participant', id: participantId }]),
        codes: { ...caseCodes(row), role: link.role, endReason: reason },
        detail: { name: await nameOf(tx, link) },
      },
    }
  },
})

/** Takes back that a role ended, where that was a slip. What replaced it, if anything, stands. */
export const resumeParticipant = defineCommand({
  type: 'case.resume-participant',
  permission: 'case.change',
  input: z.strictObject({ ...ids, ...resumeParticipantBody.shape }),
  execute: async (tx, { caseId, participantId, baseVersion }) => {
    const { row, link } = await getAnyLink(tx, caseId, participantId)
    if (link.until === null || link.end_reason === 'new-role') throw caseworkErrors.fail('PARTICIPANT_NOT_RESUMABLE')
    if (link.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
    await tx
      .tables<CaseworkTables>()
      .updateTable('casework.participant')
      .set((eb) => ({ until: null, end_reason: null, version: eb('version', '+', 1) }))
      .where('id', '=', link.id)
      .execute()
    return {
      result: { id: participantId },
      event: {
        type: 'case.participant-resumed',
        ...caseEvent(row, [{ type: 'participant', id: participantId }]),
        codes: { ...caseCodes(row), role: link.role, endReason: link.end_reason ?? 'other' },
        detail: { name: await nameOf(tx, link), endedAt: link.until.toISOString() },
      },
    }
  },
})

async function getLink(tx: Tx, caseId: string, participantId: string, baseVersion: number) {
  const { row, link } = await getAnyLink(tx, caseId, participantId)
  if (link.until !== null) throw caseworkErrors.fail('PARTICIPANT_ENDED')
  if (link.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
  return { row, link }
}

async function getAnyLink(tx: Tx, caseId: string, participantId: string) {
  const row: CaseRow = await getCaseToChange(tx, caseId)
  const link = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.participant')
    .selectAll()
    .where('id', '=', participantId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!link) throw platformErrors.fail('NOT_FOUND')
  return { row, link }
}

async function endLink(
  tx: Tx,
  id: string,
  reason: NonNullable<CaseworkTables['casework.participant']['end_reason']>,
): Promise<void> {
  await tx
    .tables<CaseworkTables>()
    .updateTable('casework.participant')
    .set((eb) => ({ until: tx.now, end_reason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

async function nameOf(tx: Tx, link: { alias: string | null; person_id: string | null }): Promise<string> {
  if (link.alias !== null || link.person_id === null) return link.alias ?? '—'
  const summary = (await summarisePersons(tx, [link.person_id])).get(link.person_id)
  return summary?.nameAr ?? summary?.nameLatin ?? '—'
}
