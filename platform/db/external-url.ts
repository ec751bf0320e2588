/** A server that others run, as DATABASE_URL names it. */
export interface ExternalPlace {
  readonly database: string
  readonly url: string
  /** The same server and login, in the database that every server has. */
  readonly maintenanceUrl: string
  /** The same server for another login. */
  readonly urlFor: (role: string, password: string, database: string) => string
}

/**
 * Reads a connection string, over TCP (`postgres://role:password@host:5432/database?sslmode=…`) or a Unix socket
 * (`postgres://role:password@/database?host=/var/run/postgresql`). Throws a sentence where it cannot be read.
 */
export function readExternalUrl(given: string): ExternalPlace {
  // A URL may not have a login and no host, a connection string may: the host then stands in the query.
  const hostless = /^(postgres(?:ql)?:\/\/)((?:[^@/?#]*@)?)(\/.*)$/.exec(given)
  let url: URL
  try {
    url = new URL(hostless ? `${hostless[1]}${hostless[2]}socket${hostless[3]}` : given)
  } catch (cause) {
    throw unreadable(cause)
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') throw unreadable()
  const database = decodeURIComponent(url.pathname.slice(1))
  if (database === '') throw unreadable()
  // The logins carry its name, and PostgreSQL cuts longer ones off.
  if (Buffer.byteLength(database) > 48) {
    throw new Error(`The name of the database in DATABASE_URL is too long; choose one of at most 48 letters.`)
  }
  const write = (change: (target: URL) => void): string => {
    const target = new URL(url)
    change(target)
    const text = target.toString()
    return hostless ? text.replace(/(\/\/(?:[^@/?#]*@)?)socket\//, '$1/') : text
  }
  return {
    database,
    url: given,
    maintenanceUrl: write((target) => {
      target.pathname = '/postgres'
    }),
    urlFor: (role, password, name) =>
      write((target) => {
        target.username = encodeURIComponent(role)
        target.password = encodeURIComponent(password)
        target.pathname = `/${encodeURIComponent(name)}`
        for (const key of ['user', 'password']) target.searchParams.delete(key)
      }),
  }
}

function unreadable(cause?: unknown): Error {
  return new Error(
    'DATABASE_URL cannot be read. Write it as postgres://ROLE:PASSWORD@HOST:5432/DATABASE, with special characters of the password percent-encoded.',
    { cause },
  )
}
