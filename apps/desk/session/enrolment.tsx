import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { beginTotpAnswer, restrictedAnswer } from '#contracts/identity/factors.ts'
import { passwordAnswer, pinAnswer } from '#contracts/identity/session.ts'
import { callFor } from '../api/http.ts'
import { useT } from '../i18n/language.tsx'
import { Curtain } from '../shell/curtain.tsx'
import { LanguageFoot } from '../shell/language-foot.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { chooseLocale } from './locale.ts'
import { meQuery, useMe } from './me.tsx'
import { useSignOut } from './session-commands.ts'
import { type BegunTotp, TotpSetup } from './totp-setup.tsx'
import { focusFirst } from '../design/focus-first.ts'

/** What a new officer does once before the desk opens: a password, a second factor, a PIN. One thing at a time. */
export function Enrolment() {
  const t = useT()
  const client = useQueryClient()
  const signOut = useSignOut()
  const { needs } = useMe()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [begun, setBegun] = useState<BegunTotp>()
  const [typed, setTyped] = useState({ current: '', next: '' })

  const work = async (step: () => Promise<unknown>): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await step()
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const post = <T extends z.ZodType>(path: string, body: unknown, schema: T): Promise<z.output<T>> =>
    callFor({ method: 'POST', path: `/session/${path}`, body, key: uuidv7(), passesGate: true }, schema)

  if (needs.password) {
    return (
      <Step title={t('setup.password')} text={t('setup.passwordNote')} failure={failure} onLeave={signOut}>
        <TwoFields
          first={t('account.passwordNow')}
          second={t('account.passwordNext')}
          typed={typed}
          onType={setTyped}
          busy={busy}
          onSend={() => void work(() => post('password', typed, passwordAnswer))}
        />
      </Step>
    )
  }
  if (needs.factor) {
    return (
      <Step title={t('setup.title')} text={t('setup.why')} failure={failure} onLeave={signOut}>
        {begun ? (
          <TotpSetup
            begun={begun}
            busy={busy}
            onCode={(code) =>
              void work(() => post(`factors/totp/${begun.authenticatorId}/confirm`, { code }, restrictedAnswer))
            }
          />
        ) : (
          <Button
            size="md"
            loading={busy}
            onClick={() =>
              void work(async () => setBegun(await post('factors/totp', { label: t('setup.phone') }, beginTotpAnswer)))
            }
          >
            {t('setup.begin')}
          </Button>
        )}
      </Step>
    )
  }
  return (
    <Step title={t('setup.pin')} text={t('setup.pinNote')} failure={failure} onLeave={signOut}>
      <TwoFields
        first={t('signIn.password')}
        second={t('lock.pin')}
        typed={typed}
        onType={setTyped}
        busy={busy}
        onSend={() => void work(() => post('pin', { password: typed.current, pin: typed.next }, pinAnswer))}
      />
    </Step>
  )
}

function Step({
  title,
  text,
  failure,
  onLeave,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly failure: unknown
  readonly onLeave: () => void
  readonly children: ReactNode
}) {
  const t = useT()
  return (
    <Curtain title={title} text={text} foot={<LanguageFoot onChoose={chooseLocale} />}>
      <Refused failure={failure} />
      {children}
      <Button variant="subtle" color="gray" onClick={onLeave}>
        {t('top.signOut')}
      </Button>
    </Curtain>
  )
}

function TwoFields({
  first,
  second,
  typed,
  onType,
  busy,
  onSend,
}: {
  readonly first: string
  readonly second: string
  readonly typed: { readonly current: string; readonly next: string }
  readonly onType: (typed: { current: string; next: string }) => void
  readonly busy: boolean
  readonly onSend: () => void
}) {
  const t = useT()
  return (
    <form
      ref={focusFirst}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <PasswordInput
        label={first}
        size="md"
        data-autofocus
        autoComplete="current-password"
        value={typed.current}
        onChange={(event) => onType({ ...typed, current: event.currentTarget.value })}
      />
      <PasswordInput
        label={second}
        size="md"
        autoComplete="new-password"
        value={typed.next}
        onChange={(event) => onType({ ...typed, next: event.currentTarget.value })}
      />
      <Button type="submit" size="md" loading={busy}>
        {t('common.continue')}
      </Button>
    </form>
  )
}
