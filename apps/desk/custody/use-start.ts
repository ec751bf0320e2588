import type { Custody } from '#contracts/custody/custody.ts'
import { useT } from '../i18n/language.tsx'
import { useMe } from '../session/me.tsx'
import type { Start } from './entry-fields.ts'
import { extensionHoursOf, useCustodyRules } from './custody-rules.ts'
import { serverNow } from './use-now.ts'

/** What the forms of someone held start from: the reader, the hour, the prosecutors, the hours of the regime. */
export function useStart(held: Custody): Start {
  const t = useT()
  const { officer } = useMe()
  const rules = useCustodyRules()
  return {
    officerId: officer.id,
    now: new Date(serverNow()),
    prosecutors: held.prosecutors.map(({ unitId }) => unitId),
    language: t('intake.arabic'),
    extensionHours: extensionHoursOf(rules, held),
  }
}
