import type { CustodySummary } from '#contracts/custody/custody.ts'
import { useT } from '../i18n/language.tsx'

/** Where someone held is, in a few words. */
export function WhereText({ where }: Pick<CustodySummary, 'where'>) {
  const t = useT()
  switch (where.state) {
    case 'in-cell':
      return <>{t('custody.where.in-cell', { cell: where.cell ?? '' })}</>
    case 'out':
      return <bdi>{t('custody.where.out', { to: where.outFor ?? '' })}</bdi>
    case 'unplaced':
      return <>{t('custody.where.unplaced')}</>
    case 'ended':
      return <>{t('custody.where.ended')}</>
  }
}
