import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { randomBytes } from 'node:crypto'

/**
 * The three roles that own and use a database. The group roles carry the rights and are named in the migrations;
 * what logs in is a member of one of them, made per database, so that several databases can share a server.
 */
export const groupRoles = ['daira_owner', 'daira_app', 'daira_worker'] as const
export type GroupRole = (typeof groupRoles)[number]

export interface DatabaseUrls {
  /** Runs migrations. Never used by a serving process. */
  readonly owner: string
  /** What requests use: owns nothing, bypasses nothing. */
  readonly app: string
  /** What background jobs use: owns nothing, bypasses nothing. */
  readonly worker: string
}

export type Passwords = Readonly<Record<GroupRole, string>>

export function makePasswords(): Passwords {
  const make = (): string => randomBytes(24).toString('base64url')
  return { daira_owner: make(), daira_app: make(), daira_worker: make() }
}

/**
 * Makes roles and, where it is missing, the database. `adminUrl` must be allowed to do both.
 * Idempotent; passwords are set to the given ones each time. `takeOver` is called with the database there, before others
 * are kept out of it.
 */
export async function prepareDatabase(
  adminUrl: string,
  database: string,
  passwords: Passwords,
  urlFor: (role: string, password: string, database: string) => string,
  takeOver: () => Promise<void> = () => Promise.resolve(),
): Promise<DatabaseUrls> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    for (const group of groupRoles) {
      await createRole(admin, group, 'nologin')
      const login = loginOf(group, database)
      await createRole(admin, login, 'login')
      await admin.query(`alter role ${escapeIdentifier(login)} password ${escapeLiteral(passwords[group])}`)
      await admin.query(`grant ${group} to ${escapeIdentifier(login)}`)
    }
    await admin.query('grant daira_owner to current_user')
    const exists = await admin.query('select 1 from pg_database where datname = $1', [database])
    if (exists.rowCount === 0) {
      await admin.query(
        `create database ${escapeIdentifier(database)} owner daira_owner template template0 encoding 'UTF8' locale 'C.UTF-8'`,
      )
    }
    await takeOver()
    // Without this the cluster's default would let any role of the server connect.
    await admin.query(`revoke connect on database ${escapeIdentifier(database)} from public`)
    await admin.query(
      `grant connect on database ${escapeIdentifier(database)} to ${groupRoles.map((group) => escapeIdentifier(loginOf(group, database))).join(', ')}`,
    )
  } finally {
    await admin.end()
  }
  const url = (group: GroupRole): string => urlFor(loginOf(group, database), passwords[group], database)
  return { owner: url('daira_owner'), app: url('daira_app'), worker: url('daira_worker') }
}

/** Name under which a group's role logs in to one database. */
export function loginOf(group: GroupRole, database: string): string {
  return `${group}@${database}`
}

async function createRole(admin: Client, name: string, kind: 'login' | 'nologin'): Promise<void> {
  const exists = await admin.query('select 1 from pg_roles where rolname = $1', [name])
  if (exists.rowCount === 0) await admin.query(`create role ${escapeIdentifier(name)} ${kind} nobypassrls`)
}
