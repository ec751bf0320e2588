import { setUpAnswer, setUpBody, setUpDone } from '#contracts/set-up/set-up.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import type { Database } from '#platform/db/database.ts'
import { AppError } from '#platform/errors/app-error.ts'
import type { Module } from '#platform/http/module.ts'
import { rawRoute } from '#platform/http/route.ts'
import { hashToken } from '#platform/http/server.ts'
import type { Ids } from '#platform/ids.ts'
import { findPasswordFault } from '#modules/identity/domain/password-rules.ts'
import { identityErrors } from '#modules/identity/identity-errors.ts'
import { type IdentityDeps, Secret, createEnrolOfficer, createOpenSession } from '#modules/identity/index.ts'
import { setSessionCookie } from '#modules/identity/session-cookie.ts'
import { isSetUpCode } from './set-up-code.ts'
import { setUpErrors } from './set-up-errors.ts'

export interface SetUpDeps {
  readonly kernel: Kernel
  readonly database: Database
  readonly ids: Ids
  readonly identity: IdentityDeps
  /** SHA-256 of the code that the terminal shows; undefined where there is nothing to set up. */
  readonly codeHash: string | undefined
}

/**
 * The door of a real installation's first administrator. It opens with a code that only the terminal showed, and closes
 * for ever with the first officer: the database itself refuses a second one by this way.
 */
export function createSetUpModule(deps: SetUpDeps): Module {
  const { kernel, database, ids, identity } = deps
  const enrol = createEnrolOfficer(identity)
  const openSession = createOpenSession(identity)
  return {
    name: 'set-up',
    permissions: {},
    errors: setUpErrors.table,
    events: {},
    routes: [
      rawRoute({
        method: 'GET',
        url: '/set-up',
        summary: 'Whether this installation waits for its first administrator',
        permission: 'public',
        response: setUpAnswer,
        handle: async (_request, reply) =>
          reply.send({ state: deps.codeHash !== undefined && (await isEmpty()) ? 'open' : 'closed' }),
      }),
      rawRoute({
        method: 'POST',
        url: '/set-up',
        summary: 'Enrol the first administrator, once',
        permission: 'public',
        status: 201,
        body: setUpBody,
        response: setUpDone,
        handle: async (_request, reply, { body }) => {
          const { code, password, serviceNumber, ...names } = setUpBody.parse(body)
          if (deps.codeHash === undefined || !(await isEmpty())) throw setUpErrors.fail('SET_UP_CLOSED')
          if (!isSetUpCode(code, deps.codeHash)) throw setUpErrors.fail('SET_UP_CODE_REFUSED')
          const fault = findPasswordFault(password, code, serviceNumber)
          if (fault) throw identityErrors.fail(fault)
          const first = {
            ...names,
            serviceNumber,
            rankCode: null,
            unitId: await getRootUnit(),
            post: 'administration',
            roles: [{ roleCode: 'administrator' }],
            passwordHash: await identity.passwords.hash(new Secret(password)),
          }
          await kernel.run(enrol, { kind: 'set-up' }, ids.next(), first).catch((error: unknown) => {
            // Another was quicker.
            throw error instanceof AppError && error.code === 'NOT_PERMITTED'
              ? setUpErrors.fail('SET_UP_CLOSED')
              : error
          })
          // Without a second factor the session is good for nothing but to add one.
          const token = identity.randomBytes(32).toString('base64url')
          const session = await kernel.run(openSession, { kind: 'door' }, ids.next(), {
            serviceNumber,
            password: new Secret(password),
            seat: 'own-desk',
            tokenHash: hashToken(token).toString('hex'),
          })
          if (session.outcome !== 'opened') throw identityErrors.fail('SIGN_IN_REFUSED')
          setSessionCookie(reply, token, session.endsAt, identity.secureCookies)
          return reply.status(201).send({ endsAt: session.endsAt })
        },
      }),
    ],
  }

  async function isEmpty(): Promise<boolean> {
    const { rows } = await database.pool.query<{ empty: boolean }>(
      'select not exists (select 1 from organisation.officer) as empty',
    )
    return rows[0]?.empty ?? false
  }

  // The directorate: of all units without one above, the one with the most below.
  async function getRootUnit(): Promise<string> {
    const { rows } = await database.pool.query<{ id: string }>(
      `select u.id from organisation.unit u where u.parent_id is null and u.closed_on is null
       order by (select count(*) from organisation.unit_closure c where c.ancestor_id = u.id) desc, u.code limit 1`,
    )
    const root = rows[0]
    if (!root) throw new Error('the country has no unit')
    return root.id
  }
}
