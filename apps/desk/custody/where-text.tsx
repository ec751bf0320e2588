import type { CustodySummary } from '#contracts/custody/custody.ts'
import { useT } from '../i18n/language.tsx'
import { useCodeText } from './entry-inputs.tsx'

/** Where someone held is, in a few words. */
export function WhereText({ where }: Pick<CustodySummary, 'where'>) {
  const t = useT()
  const codeText = useCodeText()
  switch (where.state) {
    case 'in-cell':
      return <>{t('custody.where.in-cell', { cell: where.cell ?? '' })}</>
    case 'out':
      return <>{t('custody.where.out', { to: codeText('why', where.outFor ?? 'other') })}</>
    case 'unplaced':
      return <>{t('custody.where.unplaced')}</>
    case 'ended':
      return <>{t('custody.where.ended')}</>
  }
}
