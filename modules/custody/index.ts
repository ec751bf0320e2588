import type { Module } from '#platform/http/module.ts'
import { alarmEvents } from './alarms/alarm-events.ts'
import { alarmRoutes } from './alarms/alarm-routes.ts'
import { createAlarmWatch } from './alarms/alarm-watch.ts'
import { createEscalation } from './alarms/escalate-alarms.ts'
import type { CustodyDeps } from './custody-deps.ts'
import { custodyErrors } from './custody-errors.ts'
import { custodyEvents } from './custody-events.ts'
import { custodyPermissions } from './custody-permissions.ts'
import { custodyRoutes } from './custody-routes.ts'
import { custodies } from './custody-store.ts'
import { printEvents } from './prints/print-events.ts'
import { printRoutes } from './prints/print-routes.ts'
import { createDayListJob, dayListSchedule } from './register/day-list-job.ts'
import { dayListRoutes } from './register/day-list-routes.ts'
import { feedRoutes } from './register/feed-routes.ts'
import { registerEvents } from './register/register-events.ts'
import { registerRoutes } from './register/register-routes.ts'

/** People held: places and cells, the register, every fact of that time, the clock and its alarms. */
export function createCustodyModule(deps: CustodyDeps): Module {
  return {
    name: 'custody',
    registers: ['custody'],
    permissions: custodyPermissions,
    errors: custodyErrors.table,
    events: { ...custodyEvents, ...alarmEvents, ...printEvents, ...registerEvents },
    purposes: {
      custody: {
        permission: 'custody.read',
        sees: async (tx, id) =>
          (await custodies(tx).selectFrom('custody.custody').select('id').where('id', '=', id).executeTakeFirst()) !==
          undefined,
      },
    },
    routes: [
      ...custodyRoutes(deps),
      ...alarmRoutes,
      ...printRoutes(deps),
      ...registerRoutes(deps),
      ...dayListRoutes(deps),
      ...feedRoutes(deps),
    ],
    jobs: { 'custody.escalate-alarms': createEscalation(deps), 'custody.send-day-lists': createDayListJob(deps) },
    schedule: { 'custody.send-day-lists': dayListSchedule },
    watches: { 'custody alarms': createAlarmWatch(deps) },
  }
}

export { custodyNotices } from './alarms/alarm-notices.ts'
export type { CustodyDeps } from './custody-deps.ts'
export { createCustodyPart, identityCheckRetention } from './custody-retention.ts'
export { registerNotices } from './register/day-list-notices.ts'
export { custodyRoles } from './custody-permissions.ts'
export { type CustodyRules, custodyRulesSchema } from './domain/custody-rules.ts'
