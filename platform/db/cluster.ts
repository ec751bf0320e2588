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
 * Idempotent; passwords are set to the given ones each time.
 */
export async function prepareDatabase(
  adminUrl: string,
  database: string,
  passwords: Passwords,
  urlFor: (role: string, password: string, database: string) => string,
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
    // Without this the cluster's default would let any role of the server connect.
    const exists = await admin.query('select 1 from pg_database where datname = $1', [database])
    if (exists.rowCount === 0) {
      await admin.query('grant daira_owner to current_user')
      await admin.query(
        `create database ${escapeIdentifier(database)} owner daira_owner template template0 encoding 'UTF8' locale 'C.UTF-8'`,
      )
    }
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

function loginOf(group: GroupRole, database: string): string {
  return `${group}@${database}`
}

async function createRole(admin: Client, name: string, kind: 'login' | 'nologin'): Promise<void> {
  const exists = await admin.query('select 1 from pg_roles where rolname = $1', [name])
  if (exists.rowCount === 0) await admin.query(`create role ${escapeIdentifier(name)} ${kind} nobypassrls`)
}

/** Answers with the reason why a server cannot be used, in words for whoever set it up; undefined where it can. */
export async function findServerFault(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
  } catch (cause) {
    return `The database of DATABASE_URL cannot be reached (${cause instanceof Error ? cause.message : String(cause)}). Check the address, the password and that the server runs.`
  }
  try {
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    const server = rows[0]
    if (!server || server.version < 160_000) {
      return `PostgreSQL 16 or later is needed; this server is version ${Math.floor((server?.version ?? 0) / 10_000)}. Upgrade it, or unset DATABASE_URL to use the embedded one.`
    }
    if (server.encoding !== 'UTF8') {
      return `The database must be encoded in UTF8; this one is ${server.encoding}. Create it with: create database daira template template0 encoding 'UTF8' locale 'C.UTF-8'.`
    }
    return await findTrigramFault(client)
  } finally {
    await client.end()
  }
}

async function findTrigramFault(client: Client): Promise<string | undefined> {
  try {
    await client.query('create extension if not exists pg_trgm')
  } catch {
    return 'The extension pg_trgm is missing. Install PostgreSQL’s contrib package, or have an administrator run: create extension pg_trgm.'
  }
  const { rows } = await client.query<{ count: number }>(`select cardinality(show_trgm('محمد')) as count`)
  if ((rows[0]?.count ?? 0) > 0) return undefined
  return `This database's locale does not know Arabic letters, so that searching for Arabic names would silently find nothing. Create it with: create database daira template template0 encoding 'UTF8' locale 'C.UTF-8'.`
}
