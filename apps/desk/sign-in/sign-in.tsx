import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { startAuthentication } from '@simplewebauthn/browser'
import { IconArrowBack, IconFingerprint, IconLogin2 } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { TrainingSignIn } from '#contracts/training/sign-ins.ts'
import type { z } from 'zod'
import { passkeyProof, type passkeyRequest, type deskSeatSchema, signInAnswer } from '#contracts/identity/session.ts'
import { callFor } from '../api/http.ts'
import { useT } from '../i18n/language.tsx'
import { LanguageFoot } from '../shell/language-foot.tsx'
import { Curtain } from '../shell/curtain.tsx'
import { CodeInput } from './code-input.tsx'
import { useTraining } from '../session/training.ts'
import { leaveForProvider, takeProviderReturn, useProviderName } from './provider.ts'
import { Refused } from './refused.tsx'
import { TrainingSignIns } from './training-sign-ins.tsx'
import { focusFirst } from '../design/focus-first.ts'

type Seat = z.output<typeof deskSeatSchema>
type FactorStep = {
  /** Which way the first proof went; the second follows on the same. */
  readonly way: 'password' | 'provider'
  readonly totp: boolean
  readonly passkey: z.output<typeof passkeyRequest> | null
}

const seats: readonly Seat[] = ['shared-desk', 'own-desk']

/** Number and password, then the second factor. */
export function SignIn({ note, onOpen }: { readonly note?: string; readonly onOpen: () => void }) {
  const t = useT()
  const [number, setNumber] = useState('')
  const [password, setPassword] = useState('')
  const [seat, setSeat] = useState<Seat>('shared-desk')
  const [factor, setFactor] = useState<FactorStep>()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const training = useTraining()
  const providerName = useProviderName()

  const knock = async (way: FactorStep['way'], path: string, body: object): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const answer = await callFor({ method: 'POST', path, body, passesGate: true }, signInAnswer)
      if (answer.state === 'factor-needed') setFactor({ way, ...answer })
      else onOpen()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const send = (proof: { code?: string; passkey?: z.output<typeof passkeyProof> }): Promise<void> =>
    factor?.way === 'provider'
      ? knock('provider', '/session/provider/factor', proof)
      : knock('password', '/session', { serviceNumber: number, password, seat, ...proof })
  const leave = async (): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      // Stays busy: the page is about to go.
      await leaveForProvider(seat)
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  const comeBack = useRef((query: string) => void knock('provider', '/session/provider/return', { query }))
  useEffect(() => {
    const query = takeProviderReturn()
    if (query !== undefined) comeBack.current(query)
  }, [])
  const sendPasskey = async (request: z.output<typeof passkeyRequest>): Promise<void> => {
    try {
      const response = await startAuthentication({ optionsJSON: request.options })
      await send({ passkey: passkeyProof.parse({ challengeId: request.challengeId, response }) })
    } catch (error) {
      setFailure(error instanceof DOMException || error instanceof Error ? t('signIn.passkeyFailed') : error)
    }
  }
  // Each code works once, so where one has been used the next of the list is tried.
  const enterAs = async (officer: TrainingSignIn): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    for (const code of officer.codes) {
      try {
        const body = { serviceNumber: officer.serviceNumber, password: officer.password, seat, code }
        await callFor({ method: 'POST', path: '/session', body, passesGate: true }, signInAnswer)
        setBusy(false)
        onOpen()
        return
      } catch (error) {
        setFailure(error)
      }
    }
    setBusy(false)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send({})
  }

  if (factor) {
    return (
      <Curtain title={t('signIn.codeTitle')} foot={<LanguageFoot />}>
        <Refused failure={failure} />
        {factor.totp && <CodeInput label={t('signIn.code')} busy={busy} onComplete={(code) => void send({ code })} />}
        {factor.passkey && (
          <Button
            variant={factor.totp ? 'default' : 'filled'}
            leftSection={<IconFingerprint size={18} stroke={1.6} />}
            loading={busy}
            onClick={() => factor.passkey && void sendPasskey(factor.passkey)}
          >
            {t('signIn.passkey')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowBack size={17} stroke={1.6} />}
          onClick={() => {
            setFactor(undefined)
            setFailure(undefined)
            setPassword('')
          }}
        >
          {t('common.back')}
        </Button>
      </Curtain>
    )
  }
  return (
    <Curtain title={t('app.name')} text={note ?? t('app.about')} foot={<LanguageFoot />}>
      <form ref={focusFirst} onSubmit={submit} aria-label={t('signIn.title')}>
        <Refused failure={failure} />
        <TextInput
          label={t('signIn.number')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          autoComplete="username"
          dir="ltr"
          size="md"
          required
          withAsterisk={false}
          data-autofocus
        />
        <PasswordInput
          label={t('signIn.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('signIn.seat')}
          value={seat}
          onChange={(value) => setSeat(value)}
          data={seats.map((each) => ({ value: each, label: `${t(`signIn.seat.${each}`)}` }))}
        />
        <Button type="submit" size="md" loading={busy}>
          {t('signIn.enter')}
        </Button>
      </form>
      {providerName !== undefined && (
        <Button
          variant="default"
          size="md"
          leftSection={<IconLogin2 size={18} stroke={1.6} aria-hidden="true" />}
          disabled={busy}
          onClick={() => void leave()}
        >
          {t('signIn.provider', { provider: providerName })}
        </Button>
      )}
      {training && <TrainingSignIns items={training} busy={busy} onChoose={(officer) => void enterAs(officer)} />}
    </Curtain>
  )
}
