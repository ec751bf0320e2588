import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { beginTotpAnswer, restrictedAnswer } from '#contracts/identity/factors.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { TotpSetup } from '../session/totp-setup.tsx'

/** Another authenticator application beside those there are: named first, then scanned and confirmed by a code. */
export function AddTotp({
  onClose,
  refresh,
}: {
  readonly onClose: () => void
  readonly refresh: readonly (readonly unknown[])[]
}) {
  const { t } = useLanguage()
  const [label, setLabel] = useState('')
  const begin = useCommand({
    path: '/session/factors/totp',
    body: (name: string) => ({ label: name }),
    answer: beginTotpAnswer,
  })
  const begun = begin.data
  const confirm = useCommand(
    {
      path: `/session/factors/totp/${begun?.authenticatorId ?? ''}/confirm`,
      body: (code: string) => ({ code }),
      answer: restrictedAnswer,
    },
    {
      refresh,
      onDone: () => {
        tell(t('account.factors.added'))
        onClose()
      },
    },
  )
  return (
    <Dialog onClose={onClose} size="sm" title={t('account.factors.addTotp')}>
      {begun ? (
        <div className={page['stack']}>
          <p>{t('account.factors.scan')}</p>
          {confirm.error && <Failure error={confirm.error} />}
          <TotpSetup begun={begun} busy={confirm.isPending} onCode={(code) => confirm.mutate(code)} />
        </div>
      ) : (
        <form
          className={page['stack']}
          onSubmit={(event) => {
            event.preventDefault()
            if (label.trim() !== '') begin.mutate(label.trim())
          }}
        >
          <TextInput
            data-autofocus
            label={t('account.factors.name')}
            description={t('account.factors.nameNote')}
            dir="auto"
            maxLength={60}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          {begin.error && <Failure error={begin.error} />}
          <Button type="submit" disabled={label.trim() === ''} loading={begin.isPending}>
            {t('setup.begin')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
