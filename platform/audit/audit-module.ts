import { z } from 'zod'
import type { Clock } from '#platform/clock.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import type { Database } from '#platform/db/database.ts'
import type { Module } from '#platform/http/module.ts'
import { queryRoute } from '#platform/http/route.ts'
import type { Keyring } from '#platform/keys/keyring.ts'
import { auditErrors } from './audit-errors.ts'
import { auditEvents, auditPermissions } from './audit-tables.ts'
import { type Sentence, eventFilter, eventPage, listEvents } from './queries/list-events.ts'
import { eventProof, proveEvent } from './queries/prove-event.ts'
import { exportRoute } from './routes/export-route.ts'
import { publicLogRoutes } from './routes/public-log.ts'

export interface AuditDeps {
  readonly kernel: Kernel
  readonly database: Database
  readonly keyring: Pick<Keyring, 'vault' | 'checkpointSigner'>
  readonly clock: Clock
  /** Puts events of every module into words; without it their types stand for themselves. */
  readonly sentence?: Sentence
}

/** The log as others see it: its public checkpoints and proofs, the inspector's search, the export with proofs. */
export function createAuditModule({ kernel, database, keyring, clock, sentence }: AuditDeps): Module {
  const list = listEvents(keyring.vault, sentence ?? (({ type }) => type))
  return {
    name: 'audit',
    registers: ['audit-log'],
    permissions: auditPermissions,
    errors: auditErrors.table,
    events: auditEvents,
    routes: [
      ...publicLogRoutes(database.kysely),
      queryRoute({
        method: 'GET',
        url: '/log/inclusion/:eventId',
        summary: 'Proof that an event stands in the log (RFC 9162, 2.1.3)',
        params: z.strictObject({ eventId: z.uuid() }),
        response: eventProof,
        ask: proveEvent,
        input: ({ params }) => params,
      }),
      queryRoute({
        method: 'GET',
        url: '/audit/events',
        summary: 'What was done, read and refused, newest first; looking is itself recorded, with its reason',
        query: eventFilter,
        response: eventPage,
        ask: list,
        input: ({ query, locale, purpose }) => ({ ...query, locale, hasPurpose: purpose !== undefined }),
      }),
      exportRoute({ kernel, vault: keyring.vault, clock, origin: keyring.checkpointSigner.keyName }),
    ],
  }
}
