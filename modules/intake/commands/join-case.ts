import { z } from 'zod'
import { joinCaseBody } from '#contracts/intake/register.ts'
import { type Command, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { Intake } from '../intake-deps.ts'
import { intakeErrors } from '../intake.errors.ts'
import { type LineRef, addEntry, changeLine, getLineAt, lineEvent, requireOpen } from '../line-store.ts'

const input = joinCaseBody.extend({ lineId: z.uuid() })

/** A line joins a case that exists. */
export function joinCase(intake: Intake): Command<typeof input, LineRef & { caseId: string }> {
  return defineCommand({
    type: 'register.join-case',
    permission: 'register.handle',
    input,
    execute: async (tx, { lineId, caseId, baseVersion }) => {
      const line = await getLineAt(tx, lineId, baseVersion)
      if (line.state === 'awaiting-authorisation') throw intakeErrors.fail('REGISTER_AUTHORISATION_NEEDED')
      requireOpen(line)
      const found = await intake.cases.find(tx, caseId)
      if (!found) throw platformErrors.fail('NOT_FOUND')
      if (found.closed) throw intakeErrors.fail('REGISTER_CASE_CLOSED')
      const ref = await changeLine(tx, line, { state: 'joined-case', case_id: caseId, ended_at: tx.now })
      await addEntry(tx, line, { kind: 'joined-case', codes: { caseId } })
      return {
        result: { ...ref, caseId },
        event: lineEvent('register.joined-case', line, { also: [{ type: 'case', id: caseId }] }),
      }
    },
  })
}
