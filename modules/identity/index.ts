import type { Kernel } from '#platform/commands/kernel.ts'
import type { Module } from '#platform/http/module.ts'
import type { Ids } from '#platform/ids.ts'
import { sweepChallenges } from './commands/sweep-challenges.ts'
import type { IdentityDeps } from './identity-deps.ts'
import { identityErrors } from './identity-errors.ts'
import { identityEvents } from './identity-events.ts'
import { identityPermissions } from './identity-permissions.ts'
import { identityRoutes } from './identity-routes.ts'

/** Sign-in, second factors, sessions. `kernel` and `ids` are for its routes with cookies, which are no plain commands. */
export function createIdentityModule(deps: IdentityDeps & { readonly kernel: Kernel; readonly ids: Ids }): Module {
  return {
    name: 'identity',
    registers: ['officers'],
    permissions: identityPermissions,
    errors: identityErrors.table,
    events: identityEvents,
    routes: identityRoutes(deps),
    schedule: { 'identity.sweep-challenges': '37 2 * * *' },
    jobs: {
      'identity.sweep-challenges': async () => {
        await deps.kernel.run(sweepChallenges, { kind: 'job', job: 'identity.sweep-challenges' }, deps.ids.next(), {})
      },
    },
  }
}

export { createEnrolOfficer } from './commands/enrol-officer.ts'
export { createOpenSession } from './commands/open-session.ts'
export type { IdentityDeps } from './identity-deps.ts'
export { identityNotices } from './identity-notices.ts'
export { identityRoles } from './identity-roles.ts'
export { type PasswordCost, type Passwords, createPasswords, productionCost, trainingCost } from './passwords.ts'
export { type ProviderSettings, providerSettingsSchema } from './provider/provider-settings.ts'
export { Secret } from './secret.ts'
export type { OpenOutcome } from './sign-in-answers.ts'
export { makeTotpSecret, totpCode, totpUri } from './totp.ts'
