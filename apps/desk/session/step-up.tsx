import { Button } from '@mantine/core'
import { startAuthentication } from '@simplewebauthn/browser'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { passkeyProof, passkeyRequest, stepUpAnswer } from '#contracts/identity/session.ts'
import { ApiFailure, LineDown } from '../api/api-failure.ts'
import { type ProofAsked, proofAsked } from '../api/proof.ts'
import { callFor } from '../api/http.ts'
import { useStore } from '../app-store.ts'
import { useT } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { CodeInput } from '../sign-in/code-input.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { useMe } from './me.tsx'

/** Asks who sits there where an act wants a fresh proof; the act then goes on by itself. */
export function StepUp() {
  const asked = useStore(proofAsked)
  return asked ? <StepUpDialog asked={asked} /> : null
}

function StepUpDialog({ asked }: { readonly asked: ProofAsked }) {
  const t = useT()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const { factors } = useMe()
  const settle = (proved: boolean): void => {
    proofAsked.set(undefined)
    asked.settle(proved)
  }
  /** Proves with what `give` brings: the code typed, or the passkey's answer. */
  const prove = async (give: () => Promise<object>): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const body = await give()
      await callFor({ method: 'POST', path: '/session/step-up', body, key: uuidv7(), passesGate: true }, stepUpAnswer)
      settle(true)
    } catch (error) {
      setFailure(error instanceof ApiFailure || error instanceof LineDown ? error : t('signIn.passkeyFailed'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog onClose={() => settle(false)} title={t('stepUp.title')} size="sm" zIndex={450}>
      <p>{t('stepUp.body')}</p>
      <div style={{ display: 'grid', gap: 14, paddingBlockStart: 14 }}>
        <Refused failure={failure} />
        {factors.totp && (
          <CodeInput
            label={t('signIn.code')}
            busy={busy}
            onComplete={(code) => void prove(() => Promise.resolve({ code }))}
          />
        )}
        {factors.passkey && (
          <Button
            variant={factors.totp ? 'default' : 'filled'}
            leftSection={<IconFingerprint size={18} stroke={1.6} />}
            loading={busy}
            onClick={() => void prove(answerOfPasskey)}
          >
            {t('signIn.passkey')}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={() => settle(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

async function answerOfPasskey(): Promise<object> {
  const { challengeId, options } = await callFor(
    { method: 'POST', path: '/session/step-up/passkey', body: {}, passesGate: true, key: uuidv7() },
    passkeyRequest,
  )
  const response = await startAuthentication({ optionsJSON: options })
  return { passkey: passkeyProof.parse({ challengeId, response }) }
}
