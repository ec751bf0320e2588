import type { LoadingContext } from '#modules/organisation/index.ts'
import { loadOnce } from '#modules/organisation/index.ts'
import { systemIds } from '#platform/ids.ts'
import type { Module } from '#platform/http/module.ts'
import type { DocumentsDeps } from './documents-deps.ts'
import { documentsErrors } from './documents-errors.ts'
import { documentsEvents } from './documents-events.ts'
import { documentsPermissions } from './documents-permissions.ts'
import { documentsRoutes } from './documents-routes.ts'
import { type DocumentsData, documentsDataProblems, documentsDataSchema } from './domain/form.ts'
import { sweepDrafts } from './sweep-drafts.ts'

/** Procès-verbaux: drafts, checks, signature and seal, copies. */
export function createDocumentsModule(deps: DocumentsDeps): Module {
  return {
    name: 'documents',
    registers: ['pvs'],
    permissions: documentsPermissions,
    errors: documentsErrors.table,
    events: documentsEvents,
    routes: documentsRoutes(deps),
    schedule: { 'documents.sweep-drafts': '17 2 * * *' },
    jobs: {
      'documents.sweep-drafts': async () => {
        await deps.kernel.run(sweepDrafts, { kind: 'job', job: 'documents.sweep-drafts' }, systemIds.next(), {})
      },
    },
  }
}

/** Reads a country's forms and rules. Throws where they do not hold together, saying how. */
export function parseDocumentsData(raw: unknown): DocumentsData {
  const data = documentsDataSchema.parse(raw)
  const problems = documentsDataProblems(data)
  if (problems.length > 0) throw new Error(`forms of ${data.country}:\n${problems.join('\n')}`)
  return data
}

/** Notes which forms and rules are in use, with their digest, as the owner. Does nothing where they were noted last. */
export async function loadForms(context: LoadingContext, data: DocumentsData): Promise<boolean> {
  return loadOnce(context, 'forms', data, () =>
    Promise.resolve({
      type: 'forms.loaded',
      subjects: [],
      codes: { country: data.country, forms: data.forms.length, rules: data.rules.length },
    }),
  )
}

export type { QualityCodes } from './documents-tables.ts'
export { createPvCasePart, draftRetention } from './documents-retention.ts'
export type { DocumentsDeps, SealUnit, UnitSeals } from './documents-deps.ts'
export { documentsLabels } from './documents-labels.ts'
export { permissionsHeld } from './held-permissions.ts'
export { qualityCodes } from './officer-in-law.ts'
export { type PvRef, findPvRef } from './pv-store.ts'
export { documentsRoles } from './documents-permissions.ts'
export type { DocumentsData } from './domain/form.ts'
export { type UnitSealOptions, createUnitSeals, readSealRoot } from './unit-seals.ts'
