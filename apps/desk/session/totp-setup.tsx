import type { z } from 'zod'
import type { beginTotpAnswer } from '#contracts/identity/factors.ts'
import { Ref } from '../design/ref.tsx'
import { useT } from '../i18n/language.tsx'
import { CodeInput } from '../sign-in/code-input.tsx'
import classes from './totp-setup.module.css'

export type BegunTotp = z.output<typeof beginTotpAnswer>

/** What an authenticator application scans or is told by hand, and the first code that it shows in return. */
export function TotpSetup({
  begun,
  busy,
  onCode,
}: {
  readonly begun: BegunTotp
  readonly busy: boolean
  readonly onCode: (code: string) => void
}) {
  const t = useT()
  return (
    <>
      <img
        className={classes['qr']}
        alt={t('setup.qr')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qrSvg)}`}
      />
      <p className={classes['secret']}>
        {t('setup.secret')}
        <Ref strong>{begun.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Ref>
      </p>
      <CodeInput label={t('signIn.code')} busy={busy} onComplete={onCode} />
    </>
  )
}
