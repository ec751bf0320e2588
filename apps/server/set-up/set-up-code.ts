import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { openDatabase } from '#platform/db/database.ts'
import { makeInitialCode } from '#modules/identity/initial-code.ts'
import type { Installation } from '../installation.ts'

/** A one-time set-up code of 80 random bits; only its hash leaves the terminal. */
export function makeSetUpCode(): { readonly code: string; readonly hash: string } {
  const code = makeInitialCode(randomBytes)
  return { code, hash: hashOf(code) }
}

/** True where an entry, however it is spaced and cased, is the code. */
export function isSetUpCode(entry: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(entry), 'hex'), Buffer.from(hash, 'hex'))
}

function hashOf(code: string): string {
  const plain = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(plain).digest('hex')
}

/** True while the installation has nobody in it. */
export async function isSetUpNeeded(installation: Pick<Installation, 'urls'>): Promise<boolean> {
  const database = openDatabase(installation.urls.app, { max: 1, name: 'daira set-up' })
  try {
    const { rows } = await database.pool.query<{ empty: boolean }>(
      'select not exists (select 1 from organisation.officer) as empty',
    )
    return rows[0]?.empty ?? false
  } finally {
    await database.close()
  }
}
