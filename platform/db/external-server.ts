import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { type DatabaseUrls, type Passwords, groupRoles, prepareDatabase } from './cluster.ts'
import { type ExternalPlace, readExternalUrl } from './external-url.ts'

const howToCreate = (name: string): string =>
  `create database ${escapeIdentifier(name)} template template0 encoding 'UTF8' locale 'C.UTF-8'`

/** What of a server decides whether it can be used. */
export interface ServerFacts {
  /** As `server_version_num`, e.g. 160004. */
  readonly version: number
  readonly role: string
  readonly mayCreateRoles: boolean
  readonly mayCreateDatabases: boolean
  /** Undefined where the database does not stand yet. */
  readonly database?: {
    readonly encoding: string
    /** False in locales such as C, in which no Arabic letter is a letter. */
    readonly knowsArabic: boolean
    readonly missingExtensions: readonly string[]
    /** What the database says of itself. */
    readonly comment: string | null
  }
}

const marker = (logOrigin: string): string => `Daira, log ${logOrigin}`

/** Why a server cannot be used, in words for whoever set it up; undefined where it can. */
export function findServerFault(facts: ServerFacts, name: string, logOrigin: string): string | undefined {
  if (facts.version < 160_000) {
    return `PostgreSQL 16 or later is needed; the server of DATABASE_URL is version ${Math.floor(facts.version / 10_000)}. Upgrade it, or unset DATABASE_URL to use the embedded one.`
  }
  if (!facts.mayCreateRoles) {
    return `The role ${facts.role} of DATABASE_URL may not create roles, and each part of the program needs one of its own. Have an administrator run: alter role ${escapeIdentifier(facts.role)} createrole`
  }
  if (!facts.database) {
    if (facts.mayCreateDatabases) return undefined
    return `There is no database ${name} on the server of DATABASE_URL, and ${facts.role} may not create one. Have an administrator run: ${howToCreate(name)}; alter database ${escapeIdentifier(name)} owner to ${escapeIdentifier(facts.role)}`
  }
  const { encoding, knowsArabic, missingExtensions, comment } = facts.database
  if (encoding !== 'UTF8') {
    return `The database ${name} is encoded in ${encoding}; it must be UTF8. Make another one and name it in DATABASE_URL: ${howToCreate(`${name}_utf8`)}`
  }
  if (!knowsArabic) {
    return `The locale of the database ${name} knows no Arabic letters, so that searching for Arabic names would silently find nothing. Make another one and name it in DATABASE_URL: ${howToCreate(`${name}_utf8`)}`
  }
  if (missingExtensions.length > 0) {
    return `The server of DATABASE_URL lacks the extensions ${missingExtensions.join(', ')}. Install PostgreSQL's contrib package on it (Debian: postgresql-contrib), then start again.`
  }
  if (comment?.startsWith('Daira, log ') && comment !== marker(logOrigin)) {
    return `The database ${name} belongs to another installation (${comment}). Name another database in DATABASE_URL, or set DAIRA_HOME to the folder with that installation's keys.`
  }
  return undefined
}

/** Makes roles, and where it is missing the database, on the server of a given address. Throws a sentence where it cannot be used. */
export async function prepareExternal(url: string, passwords: Passwords, logOrigin: string): Promise<DatabaseUrls> {
  const place = readExternalUrl(url)
  const { facts, adminUrl } = await readFacts(place)
  const fault = findServerFault(facts, place.database, logOrigin)
  if (fault) throw new Error(fault)
  const urls = await prepareDatabase(adminUrl, place.database, passwords, place.urlFor, () =>
    onServer(place.url, (client) => takeOver(client, place.database, logOrigin)),
  ).catch((cause: unknown) => {
    throw refusedBy(facts.role, cause)
  })
  if (!facts.database) {
    const made = findServerFault((await readFacts(place)).facts, place.database, logOrigin)
    if (made) throw new Error(made)
  }
  await requireLogin(urls.app, place.database)
  return urls
}

async function readFacts(place: ExternalPlace): Promise<{ facts: ServerFacts; adminUrl: string }> {
  try {
    return await onServer(place.url, async (client) => ({
      facts: { ...(await roleFacts(client)), ...(await databaseFacts(client)) },
      adminUrl: place.url,
    }))
  } catch (cause) {
    const code = codeOf(cause)
    if (code === '3D000') {
      return onServer(place.maintenanceUrl, async (client) => ({
        facts: await roleFacts(client),
        adminUrl: place.maintenanceUrl,
      }))
    }
    throw new Error(
      `The database of DATABASE_URL cannot be reached: ${messageOf(cause)}. Check the address, the name, the password, and that the server runs.`,
      { cause },
    )
  }
}

async function roleFacts(client: Client): Promise<Omit<ServerFacts, 'database'>> {
  const { rows } = await client.query<{ version: number; role: string; roles: boolean; databases: boolean }>(
    `select current_setting('server_version_num')::int as version, current_user::text as role,
       r.rolsuper or r.rolcreaterole as roles, r.rolsuper or r.rolcreatedb as databases
     from pg_roles r where r.rolname = current_user`,
  )
  const row = rows[0]
  if (!row) throw new Error('the server does not know who asks')
  return { version: row.version, role: row.role, mayCreateRoles: row.roles, mayCreateDatabases: row.databases }
}

async function databaseFacts(client: Client): Promise<Pick<ServerFacts, 'database'>> {
  const { rows } = await client.query<{ encoding: string; missing: string[]; comment: string | null }>(
    `select current_setting('server_encoding') as encoding,
       array(select wanted from unnest(array['pg_trgm', 'btree_gist']) wanted
         where wanted not in (select name from pg_available_extensions)) as missing,
       (select shobj_description(d.oid, 'pg_database') from pg_database d where d.datname = current_database()) as comment`,
  )
  const row = rows[0]
  if (!row) return {}
  // Asked only in UTF8: another encoding cannot even take the letter.
  const letter =
    row.encoding === 'UTF8' ? await client.query<{ is: boolean }>(`select 'م' ~ '[[:alpha:]]' as is`) : undefined
  return {
    database: {
      encoding: row.encoding,
      knowsArabic: letter?.rows[0]?.is ?? false,
      missingExtensions: row.missing,
      comment: row.comment,
    },
  }
}

// A database that an administrator made belongs to the administrator; migrations run as the owner's group.
async function takeOver(client: Client, name: string, logOrigin: string): Promise<void> {
  const database = escapeIdentifier(name)
  const attempts = [
    [`alter database ${database} owner to daira_owner`],
    [`grant create, connect, temporary on database ${database} to daira_owner`],
  ]
  let refusal: unknown
  for (const statements of attempts) {
    try {
      for (const statement of statements) await client.query(statement)
      refusal = undefined
      break
    } catch (error) {
      refusal = error
    }
  }
  if (refusal) {
    throw new Error(
      `The role of DATABASE_URL neither owns the database ${name} nor may let others work in it (${messageOf(refusal)}). Have an administrator run: alter database ${database} owner to daira_owner`,
      { cause: refusal },
    )
  }
  // Says whose it is before anything is read: another installation must not change its passwords by mistake.
  await client.query(`comment on database ${database} is ${escapeLiteral(marker(logOrigin))}`).catch(() => undefined)
}

async function requireLogin(url: string, name: string): Promise<void> {
  try {
    await onServer(url, (client) => client.query('select 1'))
  } catch (cause) {
    throw new Error(
      `The server of DATABASE_URL does not let the program's own roles sign in (${messageOf(cause)}). Add to its pg_hba.conf a line for the roles ${groupRoles.map((role) => `"${role}@${name}"`).join(', ')} with method scram-sha-256, then reload it.`,
      { cause },
    )
  }
}

function refusedBy(role: string, cause: unknown): unknown {
  if (codeOf(cause) !== '42501') return cause
  return new Error(
    `The role ${role} of DATABASE_URL lacks a right (${messageOf(cause)}). Use the role that set this up the first time, or have an administrator run: grant ${groupRoles.join(', ')} to ${escapeIdentifier(role)} with admin option`,
    { cause },
  )
}

async function onServer<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
const messageOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map((each) => messageOf(each)).join('; ')
    : error instanceof Error
      ? error.message
      : String(error)
