import type { z } from 'zod'
import { recordLineBody } from '#contracts/intake/register.ts'
import { inputError } from '#platform/commands/input-error.ts'
import { defineCommand, type Command, type Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { notify } from '#modules/notices/index.ts'
import { requireCharter } from '#modules/registry/index.ts'
import { firstStanding, isPost, marksOf, mayHaveReceipt } from '../domain/line.ts'
import { encodeContent } from '../domain/line-content.ts'
import type { Intake } from '../intake-deps.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { type LineRef, addEntry, lineEvent, lineSubject, refOf, requireOfficerOf, requirePast } from '../line-store.ts'
import { issueReceipt } from '../receipt-store.ts'
import { setReminders } from '../reminder-store.ts'

const input = recordLineBody.superRefine((body, context) => {
  const wrong = (field: string): void => context.addIssue({ code: 'custom', path: [field], message: field })
  if (isPost(body.kind) !== (body.letter !== undefined)) wrong('letter')
  if ((body.kind === 'declaration') !== (body.category !== undefined)) wrong('category')
  if (body.anonymous && body.kind !== 'denunciation') wrong('anonymous')
  if (body.closed?.reason === 'authorisation-refused') wrong('closed.reason')
  if (body.happenedFrom && body.happenedTo && Date.parse(body.happenedTo) < Date.parse(body.happenedFrom)) {
    wrong('happenedTo')
  }
})

export interface RecordedLine extends LineRef {
  readonly marks: string[]
  readonly receivedAt: string
  readonly recordedAt: string
  readonly hasReceipt: boolean
}

/** Takes down who came or what arrived: one numbered line, with an owner from the first moment. */
export function recordLine(intake: Intake): Command<typeof input, RecordedLine> {
  return defineCommand({
    type: 'register.record',
    permission: 'register.record',
    fromAfar: true,
    input,
    execute: async (tx, body) => {
      await requireCharter(tx, 'desk-register')
      const unitId = body.unitId ?? tx.actor.unitId
      const recordedBy = tx.actor.officerId
      if (!unitId || !recordedBy || !tx.reach.covers(unitId)) throw platformErrors.fail('NOT_PERMITTED')
      if (body.ownerId) await requireOfficerOf(tx, body.ownerId, unitId)
      if (body.letter?.senderUnitId) await requireSender(tx, body.letter.senderUnitId)
      const id = tx.ids.next()
      const area = await areaOf(tx, unitId)
      const times = timesOf(tx, body, intake)
      const marks = marksOf({ ...times, recordedAt: tx.now }, intake.rules)
      const anonymous = body.anonymous ?? false
      const { keyId, sealed } = await tx.encryptFor(
        lineSubject(id),
        encodeContent({
          text: body.text,
          place: body.place ?? null,
          point: body.point ?? null,
          sender: body.letter?.sender ?? null,
          contact: body.contact ?? null,
        }),
      )
      const year = intake.legalTime.yearOf(tx.now)
      const number = await tx.nextNumber('register', unitId, year)
      const line = await tx
        .tables<IntakeTables>()
        .insertInto('intake.line')
        .values({
          id,
          unit_id: unitId,
          area,
          year,
          number,
          kind: body.kind,
          category: body.category ?? null,
          anonymous,
          ...firstStanding(body.kind, anonymous, body.closed !== undefined, intake.rules),
          owner_kind: body.ownerId ? 'officer' : 'tray',
          owner_id: body.ownerId ?? null,
          received_at: times.receivedAt,
          recorded_at: tx.now,
          happened_from: times.happenedFrom,
          happened_to: times.happenedTo,
          marks,
          sender_unit_id: body.letter?.senderUnitId ?? null,
          sender_reference: body.letter?.reference ?? null,
          letter_date: body.letter?.date ?? null,
          due_at: times.dueAt,
          content_key_id: keyId,
          content: sealed,
          recorded_by: recordedBy,
          case_id: null,
          origin_line_id: null,
          ended_at: body.closed ? tx.now : null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      await addEntry(tx, line, { kind: 'recorded', codes: { kind: body.kind }, happenedAt: times.receivedAt })
      if (body.closed) {
        await addEntry(tx, line, { kind: 'closed', codes: { reason: body.closed.reason }, text: body.closed.text })
      }
      const hasReceipt = mayHaveReceipt(line, intake.rules)
      if (hasReceipt) await issueReceipt(tx, line, intake.random)
      await setReminders(tx, line, remindersOf(tx, body, times.dueAt, intake))
      await tell(tx, line)
      return {
        result: {
          ...refOf(line),
          marks,
          receivedAt: times.receivedAt.toISOString(),
          recordedAt: tx.now.toISOString(),
          hasReceipt,
        },
        event: lineEvent('register.recorded', line, {
          codes: { kind: body.kind, marks, ...(body.closed ? { closed: body.closed.reason } : {}) },
          occurredAt: times.receivedAt,
        }),
      }
    },
  })
}

function timesOf(
  tx: Tx,
  body: z.output<typeof input>,
  { legalTime, rules }: Intake,
): {
  receivedAt: Date
  receivedOn: string
  happenedFrom: Date | null
  happenedTo: Date | null
  letterDate: string | null
  dueAt: Date | null
} {
  const receivedAt = requirePast(tx, body.receivedAt ? new Date(body.receivedAt) : tx.occurredAt)
  const happenedFrom = body.happenedFrom ? requirePast(tx, new Date(body.happenedFrom)) : null
  const happenedTo = body.happenedTo ? requirePast(tx, new Date(body.happenedTo)) : null
  const days = rules.postDays.find((each) => each.kind === body.kind)?.days
  const lastDay = days === undefined ? undefined : new Date(receivedAt.getTime() + days * 86_400_000)
  const dueAt = body.dueAt ? new Date(body.dueAt) : lastDay ? legalTime.dayOf(legalTime.dateOf(lastDay)).to : null
  return {
    receivedAt,
    receivedOn: legalTime.dateOf(receivedAt),
    happenedFrom,
    happenedTo,
    letterDate: body.letter?.date ?? null,
    dueAt,
  }
}

/** As asked; where nothing was asked, once before the deadline. */
function remindersOf(tx: Tx, body: z.output<typeof input>, dueAt: Date | null, { rules }: Intake): readonly Date[] {
  if (body.closed) return []
  if (body.remindAt) return body.remindAt.map((each) => new Date(each))
  if (dueAt === null || rules.remindBeforeHours === null) return []
  const before = new Date(dueAt.getTime() - rules.remindBeforeHours * 3_600_000)
  return before > tx.now ? [before] : []
}

async function requireSender(tx: Tx, unitId: string): Promise<void> {
  const unit = await tx
    .tables<IntakeTables>()
    .selectFrom('organisation.unit')
    .select('id')
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (!unit) throw inputError(['letter.senderUnitId'])
}

async function areaOf(tx: Tx, unitId: string): Promise<string> {
  const unit = await tx
    .tables<IntakeTables>()
    .selectFrom('organisation.unit')
    .select('area')
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (!unit) throw platformErrors.fail('NOT_PERMITTED')
  return unit.area
}

async function tell(
  tx: Tx,
  line: {
    owner_id: string | null
    unit_id: string
    id: string
    kind: string
    year: number
    number: number
    letter_date: string | null
  },
): Promise<void> {
  const base = {
    link: lineSubject(line.id),
    unitId: line.unit_id,
    params: { number: line.number, year: line.year },
    aboutOfficerId: tx.actor.officerId,
  }
  if (line.owner_id) {
    await notify(tx, { ...base, kind: 'register.assigned', to: [{ kind: 'officer', officerId: line.owner_id }] })
  } else if (line.letter_date !== null) {
    await notify(tx, {
      ...base,
      kind: 'register.in-tray',
      to: [{ kind: 'role', role: 'head-of-unit', unitId: line.unit_id }],
    })
  }
}
