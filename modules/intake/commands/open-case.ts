import { z } from 'zod'
import { openCaseBody } from '#contracts/intake/register.ts'
import { type Command, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { Intake } from '../intake-deps.ts'
import { intakeErrors } from '../intake.errors.ts'
import { type LineRef, addEntry, changeLine, getLineAt, lineEvent, readContent, requireOpen } from '../line-store.ts'

const input = openCaseBody.extend({ lineId: z.uuid() })

/** A line becomes a case: both in one transaction. */
export function openCase(
  intake: Intake,
): Command<typeof input, LineRef & { caseId: string; caseYear: number; caseNumber: number }> {
  return defineCommand({
    type: 'register.open-case',
    permission: 'case.open',
    input,
    execute: async (tx, { lineId, offences, participants, assigneeId, baseVersion }) => {
      const line = await getLineAt(tx, lineId, baseVersion)
      if (line.state === 'awaiting-authorisation') throw intakeErrors.fail('REGISTER_AUTHORISATION_NEEDED')
      requireOpen(line)
      const content = await readContent(tx, line)
      if (!content) throw platformErrors.fail('NOT_FOUND')
      const made = await intake.cases.open(tx, {
        lineId: line.id,
        unitId: line.unit_id,
        area: line.area,
        year: line.year,
        number: line.number,
        kind: line.kind,
        receivedAt: line.received_at,
        happenedFrom: line.happened_from,
        happenedTo: line.happened_to,
        text: content.text,
        place: content.place,
        point: content.point,
        contact: content.contact,
        offences: offences ?? [],
        participants,
        assigneeId: assigneeId ?? line.owner_id,
      })
      const ref = await changeLine(tx, line, { state: 'became-case', case_id: made.caseId, ended_at: tx.now })
      await addEntry(tx, line, {
        kind: 'became-case',
        codes: { caseId: made.caseId, caseYear: made.year, caseNumber: made.number },
      })
      return {
        result: { ...ref, caseId: made.caseId, caseYear: made.year, caseNumber: made.number },
        event: lineEvent('register.became-case', line, {
          codes: { ...made.event?.codes, caseYear: made.year, caseNumber: made.number },
          also: made.event?.subjects ?? [{ type: 'case', id: made.caseId }],
          ...(made.event ? { detail: made.event.detail } : {}),
        }),
      }
    },
  })
}
