import { useT } from '../i18n/language.tsx'
import { Curtain } from './curtain.tsx'
import { LanguageFoot } from './language-foot.tsx'

/** The desk is here and the server is not, and nobody was signed in at this window. */
export function NoServer() {
  const t = useT()
  return <Curtain title={t('outbox.noServer')} text={t('outbox.noServerBody')} foot={<LanguageFoot />} />
}
