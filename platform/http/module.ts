import type { EventTable, PurposeTable } from '#platform/commands/types.ts'
import type { ErrorTable } from '#platform/errors/app-error.ts'
import type { Text } from '#platform/i18n/text.ts'
import type { JobHandler } from '#platform/jobs/job.ts'
import type { Watch } from '#platform/jobs/watch.ts'
import type { Route } from './route.ts'

/** What a permission allows, in words, keyed by its id. */
export type PermissionTable = Readonly<Record<string, Text>>

/** What a module brings to a composition root. Registries are put together from these; there is no central list. */
export interface Module {
  readonly name: string
  readonly permissions: PermissionTable
  readonly errors: ErrorTable
  readonly events: EventTable
  readonly routes: readonly Route[]
  /** Registers of personal data it opens; start-up refuses one that the country gives no charter. */
  readonly registers?: readonly string[]
  readonly jobs?: Readonly<Record<string, JobHandler>>
  /** When jobs run by themselves, UTC: job name → five fields of cron. */
  readonly schedule?: Readonly<Record<string, string>>
  /** What the worker looks at again and again, sooner than any schedule: what falls due to the second. */
  readonly watches?: Readonly<Record<string, Watch>>
  /** Kinds of work the module knows, by which a look-up may be explained. */
  readonly purposes?: PurposeTable
  /** Lets go of what the module holds open. */
  readonly close?: () => Promise<void>
}

/** Puts the tables of all modules together. Throws where two modules claim the same name or a route lacks a known permission. */
export function assemble(modules: readonly Module[]): {
  readonly permissions: PermissionTable
  readonly errors: ErrorTable
  readonly events: EventTable
  readonly routes: readonly Route[]
  readonly registers: readonly string[]
  readonly jobs: Readonly<Record<string, JobHandler>>
  readonly schedule: Readonly<Record<string, string>>
  readonly watches: Readonly<Record<string, Watch>>
  readonly purposes: PurposeTable
} {
  const permissions = merge(
    'permission',
    modules.map((module) => [module.name, module.permissions]),
  )
  const routes = modules.flatMap((module) => module.routes)
  for (const route of routes) requirePermission(route, permissions)
  return {
    permissions,
    errors: merge(
      'error',
      modules.map((module) => [module.name, module.errors]),
    ),
    events: merge(
      'event',
      modules.map((module) => [module.name, module.events]),
    ),
    routes,
    registers: [...new Set(modules.flatMap((module) => module.registers ?? []))].toSorted(),
    jobs: merge(
      'job',
      modules.map((module) => [module.name, module.jobs ?? {}]),
    ),
    schedule: merge(
      'schedule',
      modules.map((module) => [module.name, module.schedule ?? {}]),
    ),
    watches: merge(
      'watch',
      modules.map((module) => [module.name, module.watches ?? {}]),
    ),
    purposes: merge(
      'purpose',
      modules.map((module) => [module.name, module.purposes ?? {}]),
    ),
  }
}

function merge<T>(
  what: string,
  tables: readonly (readonly [string, Readonly<Record<string, T>>])[],
): Readonly<Record<string, T>> {
  const owners = new Map<string, string>()
  const all: Record<string, T> = {}
  for (const [owner, table] of tables) {
    for (const [name, row] of Object.entries(table)) {
      const other = owners.get(name)
      if (other !== undefined) throw new Error(`the ${what} ${name} is claimed by ${other} and by ${owner}`)
      owners.set(name, owner)
      all[name] = row
    }
  }
  return all
}

function requirePermission(route: Route, permissions: PermissionTable): void {
  const { permission } = route
  if (permission === 'public' || permission === 'session.open' || permission.startsWith('self.')) return
  if (!permission || !(permission in permissions)) {
    throw new Error(
      `${route.method} ${route.url} names no known permission (${permission || 'none'}): name one, or say public`,
    )
  }
}
