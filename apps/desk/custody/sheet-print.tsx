import { IconPrinter } from '@tabler/icons-react'
import type { Custody } from '#contracts/custody/custody.ts'
import { addressOf } from '../api/http.ts'
import caseClasses from '../cases/case-page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMay } from '../session/me.tsx'

/** The whole file on paper; just after the placement it is the next thing to do. */
export function SheetPrint({ held, fresh = false }: { readonly held: Custody; readonly fresh?: boolean }) {
  const { t, locale } = useLanguage()
  const mayPrint = useMay('custody.print')
  if (!mayPrint) return null
  const button = (
    <ActButton
      id="custody bundle"
      label="custody.do.bundle"
      keys="mod+p"
      icon={IconPrinter}
      fullWidth={!fresh}
      variant={fresh ? 'filled' : 'default'}
      onRun={() => window.open(addressOf(`/custodies/${held.id}/bundle.pdf`, { lang: locale }), '_blank')}
    />
  )
  if (!fresh) return <div style={{ paddingBlockStart: 14 }}>{button}</div>
  return (
    <div className={caseClasses['next']}>
      <p>{t('custody.bundleReady', { reference: held.reference })}</p>
      {button}
    </div>
  )
}
