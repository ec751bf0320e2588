import { randomBytes } from 'node:crypto'
import type { Module } from '#platform/http/module.ts'
import { remind, remindPayload } from './commands/remind.ts'
import { strictRules } from './domain/intake-rules.ts'
import type { Intake, IntakeDeps } from './intake-deps.ts'
import { intakeErrors } from './intake.errors.ts'
import { intakeEvents } from './intake.events.ts'
import { intakePermissions } from './intake.permissions.ts'
import { seesLine } from './line-store.ts'
import { printRoutes } from './print.routes.ts'
import { registerRoutes } from './register.routes.ts'
import { shiftRoutes } from './shift.routes.ts'

export { createCasePort } from './case-port.ts'
export { type IntakeRules, intakeRulesSchema } from './domain/intake-rules.ts'
export { type LegalTime, legalTimeOf } from './domain/legal-time.ts'
export type { CasePort, IntakeDeps, LineForCase } from './intake-deps.ts'
export { lineRetention } from './line-retention.ts'
export { intakeNotices } from './intake.notices.ts'
export { intakeRoles } from './intake.permissions.ts'

/** The desk register and incoming post of a unit, receipts, the daily bulletin and the shift hand-over. */
export function createIntakeModule(deps: IntakeDeps): Module {
  const intake: Intake = { rules: strictRules, random: randomBytes, ...deps }
  return {
    name: 'intake',
    registers: ['desk-register'],
    permissions: intakePermissions,
    errors: intakeErrors.table,
    events: intakeEvents,
    purposes: { register: { permission: 'register.read', sees: seesLine } },
    // Fixed addresses before those with a place, so that /register/day.pdf is no line's id.
    routes: [...printRoutes(intake), ...registerRoutes(intake), ...shiftRoutes(intake)],
    jobs: {
      'intake.remind': async (payload) => {
        const { commandId, reminderId } = remindPayload.parse(payload)
        await intake.kernel.run(remind, { kind: 'job', job: 'intake.remind' }, commandId, { reminderId })
      },
    },
  }
}
