import { sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { caseworkErrors } from './casework-errors.ts'
import type { CaseworkTables } from './casework-tables.ts'
import { getOfficerName } from './case-store.ts'

/**
 * Writes the access list of a case that is being sealed: the officer who seals first, since from then on only those
 * on the list may write it. A party named as barred never gets in.
 */
export async function writeAccessList(
  tx: Tx,
  caseId: string,
  officers: readonly string[],
  barred: readonly string[],
): Promise<void> {
  const sealer = tx.actor.officerId
  if (!sealer) throw platformErrors.fail('NOT_PERMITTED')
  if (barred.includes(sealer)) throw caseworkErrors.fail('ACCESS_LIST_EMPTY')
  for (const id of [...officers, ...barred]) await getOfficerName(tx, id)
  const listed = [...new Set([sealer, ...officers])].filter((id) => !barred.includes(id))
  for (const officerId of listed) await addAccess(tx, caseId, officerId, 'listed')
  for (const officerId of new Set(barred)) await addAccess(tx, caseId, officerId, 'barred')
}

export async function addAccess(
  tx: Tx,
  caseId: string,
  officerId: string,
  kind: 'listed' | 'emergency' | 'barred',
  emergency?: { readonly reason: string; readonly until: Date },
): Promise<void> {
  await tx
    .tables<CaseworkTables>()
    .insertInto('casework.case_access')
    .values({
      id: tx.ids.next(),
      case_id: caseId,
      officer_id: officerId,
      kind,
      reason: emergency?.reason ?? null,
      since: tx.now,
      until: emergency?.until ?? null,
      granted_by: tx.actor.officerId,
    })
    .execute()
}

/** Brings what the registry learned in the case under its seal, or out of it. Runs under case.seal only. */
export async function sealFacts(tx: Tx, caseId: string): Promise<void> {
  await sql`select registry.seal_facts_of(${caseId})`.execute(tx.tables())
}
