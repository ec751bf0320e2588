import { z } from 'zod'
import type { Kernel } from '#platform/commands/kernel.ts'
import type { Database } from '#platform/db/database.ts'
import type { Module } from '#platform/http/module.ts'
import { commandRoute, queryRoute } from '#platform/http/route.ts'
import type { Ids } from '#platform/ids.ts'
import type { Keyring } from '#platform/keys/keyring.ts'
import { createCertificateFiles } from './certificate-files.ts'
import { carryOutDestruction } from './commands/carry-out-destruction.ts'
import { carryOutJob, decideDestruction } from './commands/decide-destruction.ts'
import { proposeDestruction, proposeInput, runLimit } from './commands/propose-destruction.ts'
import type { RetentionData } from './domain/retention-rules.ts'
import { createRetentionBook } from './find-due.ts'
import { dueList, listDue } from './queries/list-due.ts'
import {
  certificateAnswer,
  listProposals,
  proposalPage,
  proposalWithItems,
  readCertificate,
  readProposal,
} from './queries/read-proposals.ts'
import { keepCertificates, reapplyShredding } from './reapply-shredding.ts'
import { retentionErrors } from './retention-errors.ts'
import type { RetentionHandler } from './retention-handler.ts'
import { retentionEvents, retentionPermissions } from './retention-words.ts'

export interface RetentionDeps {
  readonly kernel: Kernel
  readonly database: Database
  readonly keyring: Pick<Keyring, 'deletionSigner' | 'checkpointSigner'>
  readonly ids: Ids
  /** The country's rules. */
  readonly data: RetentionData
  /** What the modules offer, one a kind of record. A rule without one is shown by nobody and destroys nothing. */
  readonly handlers: readonly RetentionHandler[]
  /** Folder for the certificates, outside of what a database backup holds. */
  readonly dir: string
}

const byId = z.strictObject({ id: z.uuid() })
const jobPayload = z.strictObject({ proposalId: z.uuid(), commandId: z.uuid() })

/** Retention: dry run, proposal by one person, approval by another, destruction by the worker with a certificate. */
export function createRetentionModule(deps: RetentionDeps): Module {
  const { kernel, database, keyring, ids } = deps
  const book = createRetentionBook(deps.data, deps.handlers)
  const files = createCertificateFiles(deps.dir)
  return {
    name: 'retention',
    permissions: retentionPermissions,
    errors: retentionErrors.table,
    events: retentionEvents,
    routes: [
      queryRoute({
        method: 'GET',
        url: '/retention/due',
        summary: 'Dry run: which records are due for destruction under a rule, and why',
        query: z.strictObject({
          rule: z.string().max(100),
          limit: z.coerce.number().int().min(1).max(runLimit).default(100),
        }),
        response: dueList,
        ask: listDue(book),
        input: ({ query }) => query,
      }),
      queryRoute({
        method: 'GET',
        url: '/retention/proposals',
        summary: 'Proposals to destroy records, newest first',
        query: z.strictObject({ cursor: z.uuid().optional() }),
        response: proposalPage,
        ask: listProposals,
        input: ({ query }) => query,
      }),
      commandRoute({
        method: 'POST',
        url: '/retention/proposals',
        summary: 'Propose the destruction of what is due under a rule; another person decides',
        body: proposeInput,
        response: z.object({ id: z.uuid(), count: z.int() }),
        status: 201,
        command: proposeDestruction(book),
        input: ({ body }) => body,
      }),
      queryRoute({
        method: 'GET',
        url: '/retention/proposals/:id',
        summary: 'A proposal with its records and what became of them',
        params: byId,
        response: proposalWithItems,
        ask: readProposal,
        input: ({ params }) => params,
      }),
      commandRoute({
        method: 'POST',
        url: '/retention/proposals/:id/decision',
        summary: 'Approve or refuse a proposal of another person; the worker then destroys the records',
        params: byId,
        body: z.strictObject({ decision: z.enum(['approve', 'refuse']) }),
        response: z.object({ id: z.uuid(), state: z.enum(['approved', 'refused']) }),
        command: decideDestruction,
        input: ({ params, body }) => ({ ...params, ...body }),
      }),
      queryRoute({
        method: 'GET',
        url: '/retention/certificates/:id',
        summary: 'A signed certificate of deletion',
        params: byId,
        response: certificateAnswer,
        ask: readCertificate,
        input: ({ params }) => params,
      }),
    ],
    jobs: {
      [carryOutJob]: async (payload) => {
        const { proposalId, commandId } = jobPayload.parse(payload)
        const after: (() => Promise<void>)[] = []
        const command = carryOutDestruction({
          book,
          signer: keyring.deletionSigner,
          origin: keyring.checkpointSigner.keyName,
          onDestroyed: (work) => after.push(work),
        })
        await kernel.run(command, { kind: 'job', job: 'retention' }, commandId, { proposalId })
        for (const work of after) await work()
        await keepCertificates(database, files)
      },
      'retention.reapply': async () => {
        const found = await reapplyShredding({ kernel, database, book, signer: keyring.deletionSigner, files, ids })
        if (found.refused.length > 0)
          throw new Error(`certificates of deletion whose signature does not hold: ${found.refused.join(', ')}`)
      },
    },
  }
}
