import type { Kernel } from '#platform/commands/kernel.ts'
import type { Database } from '#platform/db/database.ts'
import type { Module } from '#platform/http/module.ts'
import { emergencyAccessPayload, emergencyCommandId, tellEmergencyAccess } from './commands/tell-emergency-access.ts'
import { createLiveHub } from './live/live-hub.ts'
import { type NoticeKindTable, ownNoticeKinds } from './notice-kinds.ts'
import { noticesErrors } from './notices.errors.ts'
import { noticesEvents } from './notices.events.ts'
import { noticesRoutes } from './notices.routes.ts'

export { type NoticeKind, type NoticeKindTable, ownNoticeKinds } from './notice-kinds.ts'
export { type Audience, type News, notify, notifyAll } from './notify.ts'

export interface NoticesDeps {
  /** The kernel of the process: the worker's where jobs run. */
  readonly kernel: Kernel
  /** The database of the process; the live channel takes one connection of its pool. */
  readonly database: Database
  /** Texts of the notices that other modules send. */
  readonly kinds?: NoticeKindTable
}

/** The notice centre: notices per officer, the live channel, and the job that tells of an emergency access. */
export function createNoticesModule({ kernel, database, kinds }: NoticesDeps): Module & { close(): Promise<void> } {
  const hub = createLiveHub(database)
  return {
    name: 'notices',
    permissions: {},
    errors: noticesErrors.table,
    events: noticesEvents,
    routes: noticesRoutes(kernel, hub, { ...kinds, ...ownNoticeKinds }),
    jobs: {
      'notices.emergency-access': async (payload) => {
        const input = emergencyAccessPayload.parse(payload)
        const caller = { kind: 'job', job: 'notices.emergency-access' } as const
        await kernel.run(tellEmergencyAccess, caller, emergencyCommandId(input), input)
      },
    },
    close: () => hub.close(),
  }
}

/** Notices need no grant: every signed-in officer reads the own ones. */
export const noticesRoles = {} as const
