import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Clock } from '#platform/clock.ts'
import type { EventTable } from '#platform/commands/types.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import type { Database } from '#platform/db/database.ts'
import { auditRoles, createAuditModule } from '#platform/audit/index.ts'
import { type FileStore, createFileStore, createFilesModule } from '#platform/files/index.ts'
import type { Module } from '#platform/http/module.ts'
import type { Ids } from '#platform/ids.ts'
import type { Keyring } from '#platform/keys/keyring.ts'
import { type RetentionHandler, createRetentionModule, retentionRoles } from '#platform/retention/index.ts'
import {
  type IdentityDeps,
  type PasswordCost,
  type ProviderSettings,
  createIdentityModule,
  createPasswords,
  identityNotices,
  identityRoles,
  productionCost,
} from '#modules/identity/index.ts'
import {
  type ChangingLaw,
  caseworkRoles,
  createCaseRetention,
  createCaseworkModule,
  caseworkLabels,
  caseworkNotices,
  offenceSchema,
  sentenceOf,
} from '#modules/casework/index.ts'
import {
  createCustodyModule,
  createCustodyPart,
  custodyNotices,
  custodyRoles,
  identityCheckRetention,
  registerNotices,
} from '#modules/custody/index.ts'
import {
  createDocumentsModule,
  createPvCasePart,
  createUnitSeals,
  documentsLabels,
  documentsRoles,
  draftRetention,
} from '#modules/documents/index.ts'
import {
  createExhibitCasePart,
  createExhibitsModule,
  exhibitsNotices,
  exhibitsRoles,
  exhibitsTasks,
} from '#modules/exhibits/index.ts'
import {
  createCasePort,
  createIntakeModule,
  intakeNotices,
  intakeRoles,
  legalTimeOf,
  lineRetention,
} from '#modules/intake/index.ts'
import { createNoticesModule } from '#modules/notices/index.ts'
import { createLawReader, createOrganisationModule, organisationRoles } from '#modules/organisation/index.ts'
import { createRegistryModule, registryRoles } from '#modules/registry/index.ts'
import { createPdfRenderer } from '#platform/pdf/index.ts'
import type { Country } from './country.ts'
import { mergeRoles } from './roles.ts'
import { createSetUpModule } from './set-up/set-up-module.ts'
import { createTrainingModule } from './training-module.ts'

export interface ModuleDeps {
  readonly home: string
  readonly kernel: Kernel
  readonly database: Database
  readonly keyring: Keyring
  readonly clock: Clock
  readonly ids: Ids
  readonly country: Country
  readonly mode: 'training' | 'real'
  /** True where the server speaks TLS. */
  readonly secure: boolean
  readonly origins: readonly string[]
  /** Cost of a password's hash; tests take a cheap one. */
  readonly passwordCost?: PasswordCost
  /** Where officers may sign in beside the password. */
  readonly provider?: ProviderSettings | undefined
  /** SHA-256 of the set-up code, while there is something to set up. */
  readonly setUpCodeHash?: string | undefined
}

/** The catalogue of offences as its readers need it; two persons may change it. */
const offencesSchema = z.array(offenceSchema).min(1)

/** What identity needs; seeds and tests enrol officers with the same. */
export function identityDeps(
  deps: Pick<ModuleDeps, 'keyring' | 'secure' | 'origins' | 'passwordCost' | 'provider' | 'country'>,
): IdentityDeps {
  return {
    vault: deps.keyring.vault,
    passwords: createPasswords(deps.passwordCost ?? productionCost),
    randomBytes,
    secureCookies: deps.secure,
    issuer: 'Daira',
    webauthn: { rpId: new URL(deps.origins[0] ?? 'http://localhost').hostname, origins: deps.origins },
    provider: deps.provider,
    wallHours: deps.country.custody.wall.hours,
  }
}

/** What of the house's records can end by a rule of the country. Cases end with what each module keeps under them. */
export function retentionHandlers(files: FileStore): readonly RetentionHandler[] {
  return [
    lineRetention,
    draftRetention,
    identityCheckRetention,
    createCaseRetention([createPvCasePart(files), createCustodyPart(), createExhibitCasePart(files)]),
  ]
}

/** Every module of the house with what it needs. The one place where a country meets the modules. */
export function createModules(deps: ModuleDeps): readonly Module[] {
  const { kernel, database, ids, clock, country } = deps
  const files = createFileStore(join(deps.home, 'files'))
  const legalTime = legalTimeOf(country.legalTime.zone)
  const law: ChangingLaw = {
    offences: country.offences,
    offencesInUse: createLawReader('offences', offencesSchema),
    civilDate: (instant) => legalTime.dateOf(instant),
  }
  const pdf = createPdfRenderer()
  const events = (): EventTable => Object.assign({}, ...modules.map((module) => module.events)) as EventTable
  const modules: Module[] = [
    createOrganisationModule({ lawSets: { offences: { schema: offencesSchema, words: country.offenceWords } } }),
    createIdentityModule({ ...identityDeps(deps), kernel, ids }),
    createFilesModule(files, kernel, ids),
    createRegistryModule(),
    // The history of a case tells what other modules did to it; they are asked for their words when all are there.
    createCaseworkModule({
      law,
      events,
      labels: documentsLabels,
      taskKinds: exhibitsTasks,
      baseMap: country.baseMap,
    }),
    createIntakeModule({
      kernel,
      clock,
      legalTime,
      cases: createCasePort(law, country.iso),
      pdf,
      rules: country.intake,
    }),
    createDocumentsModule({
      kernel,
      files,
      pdf,
      seals: createUnitSeals({
        dir: join(deps.keyring.dir, 'seals'),
        passphrase: deps.keyring.sealPassphrase,
        iso: country.iso,
        authority: deps.keyring.checkpointSigner.keyName,
      }),
      data: country.documents,
      legalTime,
      iso: country.iso,
      training: deps.mode === 'training',
    }),
    createCustodyModule({
      kernel,
      ids,
      rules: country.custody,
      legalTime,
      pdf,
      training: deps.mode === 'training',
    }),
    createExhibitsModule({
      kernel,
      ids,
      files,
      pdf,
      rules: country.exhibits,
      civilDate: (instant) => legalTime.dateOf(instant),
      wordsKey: deps.keyring.vault.derive('exhibits.words'),
    }),
    createNoticesModule({
      kernel,
      database,
      kinds: {
        ...intakeNotices,
        ...caseworkNotices,
        ...exhibitsNotices,
        ...custodyNotices,
        ...registerNotices,
        ...identityNotices,
      },
    }),
    createAuditModule({
      kernel,
      database,
      keyring: deps.keyring,
      clock,
      sentence: (event, locale) => sentenceOf(events(), { ...documentsLabels, ...caseworkLabels }, locale, event),
    }),
    createRetentionModule({
      kernel,
      database,
      keyring: deps.keyring,
      ids,
      data: country.retention,
      handlers: retentionHandlers(files),
      dir: join(deps.home, 'certificates-of-deletion'),
    }),
    createSetUpModule({ kernel, database, ids, identity: identityDeps(deps), codeHash: deps.setUpCodeHash }),
    ...(deps.mode === 'training' ? [createTrainingModule(database, clock)] : []),
  ]
  return [...modules, { name: 'prints', permissions: {}, errors: {}, events: {}, routes: [], close: () => pdf.close() }]
}

/** The roles of the house: what each module proposes, put together. */
export const roles = mergeRoles([
  organisationRoles,
  identityRoles,
  registryRoles,
  caseworkRoles,
  intakeRoles,
  documentsRoles,
  custodyRoles,
  exhibitsRoles,
  auditRoles,
  retentionRoles,
])
