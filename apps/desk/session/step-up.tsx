import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { stepUpAnswer } from '#contracts/identity/session.ts'
import { type ProofAsked, proofAsked } from '../api/proof.ts'
import { callFor } from '../api/http.ts'
import { useStore } from '../app-store.ts'
import { useT } from '../i18n/language.tsx'
import { CodeInput } from '../sign-in/code-input.tsx'
import { Refused } from '../sign-in/refused.tsx'

/** Asks who sits there where an act wants a fresh proof; the act then goes on by itself. */
export function StepUp() {
  const asked = useStore(proofAsked)
  return asked ? <StepUpDialog asked={asked} /> : null
}

function StepUpDialog({ asked }: { readonly asked: ProofAsked }) {
  const t = useT()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const settle = (proved: boolean): void => {
    proofAsked.set(undefined)
    asked.settle(proved)
  }
  const prove = async (code: string): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await callFor(
        { method: 'POST', path: '/session/step-up', body: { code }, key: uuidv7(), passesGate: true },
        stepUpAnswer,
      )
      settle(true)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={() => settle(false)}
      title={t('stepUp.title')}
      size="sm"
      zIndex={450}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('stepUp.body')}</p>
      <div style={{ display: 'grid', gap: 14, paddingBlockStart: 14 }}>
        <Refused failure={failure} />
        <CodeInput label={t('signIn.code')} busy={busy} onComplete={(code) => void prove(code)} />
        <Button variant="subtle" color="gray" onClick={() => settle(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </Modal>
  )
}
