import type { Tx } from '#platform/commands/types.ts'
import type { Locale } from '#platform/i18n/text.ts'
import { unitNames } from '#modules/organisation/index.ts'
import type { Intake } from './intake-deps.ts'
import type { IntakeTables } from './intake-tables.ts'

/** What stands on top of every print: whether this is training, and who writes, from the widest body to the unit. */
export async function readHeading(
  tx: Tx,
  intake: Intake,
  unitId: string,
  locale: Locale,
): Promise<{ training: boolean; unitChain: string[] }> {
  const installation = await tx
    .tables<IntakeTables>()
    .selectFrom('platform.installation')
    .select('mode')
    .executeTakeFirst()
  const top = intake.rules.heading?.[locale]
  const names = [...(top ? [top] : []), ...(await unitNames(tx, unitId, locale))]
  // A sheet that cannot say what it is must not pass for a real one.
  return { training: installation?.mode !== 'real', unitChain: [...new Set(names)].slice(-8) }
}
