import { z } from 'zod'
import { notifyAll } from '#modules/notices/index.ts'
import { defineCommand } from '#platform/commands/types.ts'
import type { JobHandler } from '#platform/jobs/job.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodies } from '../custody-store.ts'
import { NothingDue } from './raise-alarms.ts'

const payloadSchema = z.object({ alarmIds: z.array(z.uuid()).min(1), commandId: z.uuidv7() })

/** Tells the head of the unit above of alarms that nobody took note of in time, each once. */
const escalateAlarms = ({ rules }: CustodyDeps) =>
  defineCommand({
    type: 'custody.escalate-alarms',
    permission: 'job.custody.escalate-alarms',
    input: z.strictObject({ alarmIds: z.array(z.uuid()).min(1) }),
    execute: async (tx, { alarmIds }) => {
      const rows = await custodies(tx)
        .selectFrom('custody.alarm as a')
        .innerJoin('custody.custody as c', 'c.id', 'a.custody_id')
        .innerJoin('organisation.unit as u', 'u.id', 'c.unit_id')
        .leftJoin('custody.alarm_ack as k', 'k.alarm_id', 'a.id')
        .select(['a.id', 'c.id as custody_id', 'c.reference', 'c.unit_id', 'u.parent_id'])
        .where('a.id', 'in', alarmIds)
        .where('a.raised_at', 'is not', null)
        .where('c.ended_at', 'is', null)
        .where('k.id', 'is', null)
        .execute()
      if (rows.length === 0) throw new NothingDue()
      const told = await notifyAll(
        tx,
        rows.flatMap((row) =>
          row.parent_id === null
            ? []
            : [
                {
                  kind: 'custody.alarm-unanswered',
                  to: [{ kind: 'role' as const, role: 'head-of-unit', unitId: row.parent_id }],
                  link: { type: 'custody', id: row.custody_id },
                  unitId: row.unit_id,
                  params: { reference: row.reference, minutes: rules.escalation.afterMinutes },
                  key: `custody-alarm-unanswered:${row.id}`,
                },
              ],
        ),
      )
      return {
        result: { told },
        event: {
          type: 'custody.alarms-escalated',
          subjects: [...new Set(rows.map(({ custody_id }) => custody_id))].map((id) => ({ type: 'custody', id })),
          codes: { count: rows.length, told },
        },
      }
    },
  })

/** The job that a batch of raised alarms leaves for later. */
export function createEscalation(deps: CustodyDeps): JobHandler {
  const escalate = escalateAlarms(deps)
  return async (payload) => {
    const { alarmIds, commandId } = payloadSchema.parse(payload)
    try {
      await deps.kernel.run(escalate, { kind: 'job', job: 'custody.escalate-alarms' }, commandId, { alarmIds })
    } catch (error) {
      if (!(error instanceof NothingDue)) throw error
    }
  }
}
