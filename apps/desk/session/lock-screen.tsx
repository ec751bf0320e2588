import { Button, PasswordInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { isCode } from '../api/api-failure.ts'
import { gate } from '../api/gate.ts'
import { call } from '../api/http.ts'
import { useStore } from '../app-store.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useAction } from '../keys/actions.ts'
import { Curtain } from '../shell/curtain.tsx'
import { LanguageFoot } from '../shell/language-foot.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { chooseLocale } from './locale.ts'
import { followLock } from './lock-due.ts'
import classes from './lock-screen.module.css'
import { useMe } from './me.tsx'
import { useLock, useSignOut } from './session-commands.ts'
import { useLockTimer } from './use-lock-timer.ts'
import { focusFirst } from '../design/focus-first.ts'

/** Draws the curtain when the officer has left the desk, and opens it again by the PIN. */
export function LockScreen() {
  const { t, locale, pick } = useLanguage()
  const { officer, unit, locksInSeconds } = useMe()
  const state = useStore(gate)
  const lock = useLock()
  const signOut = useSignOut()
  const left = useLockTimer(lock)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [pin, setPin] = useState('')
  useAction({ id: 'lock', label: 'top.lock', group: 'desk', keys: 'mod+alt+l', inFields: true, run: lock })
  useEffect(() => followLock(locksInSeconds), [locksInSeconds])

  const unlock = async (typed: string): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await call({ method: 'POST', path: '/session/unlock', key: uuidv7(), body: { pin: typed }, passesGate: true })
      gate.set('open')
    } catch (error) {
      if (isCode(error, 'SIGN_IN_NEEDED')) gate.set('ended')
      else setFailure(error)
    } finally {
      setBusy(false)
      setPin('')
    }
  }

  if (state === 'open' && left !== undefined) {
    return <output className={classes['soon']}>{t('lock.soon', { seconds: left })}</output>
  }
  if (state !== 'locked') return null
  return (
    <Curtain
      title={t('lock.title')}
      text={
        <>
          <bdi>{locale === 'ar' ? officer.nameAr : officer.nameLatin}</bdi>
          {' · '}
          <bdi>{pick(unit.names)}</bdi>
          <br />
          {t('lock.body')}
        </>
      }
      foot={<LanguageFoot onChoose={chooseLocale} />}
    >
      <Refused failure={failure} />
      <form
        ref={focusFirst}
        onSubmit={(event) => {
          event.preventDefault()
          void unlock(pin)
        }}
      >
        <PasswordInput
          label={t('lock.pin')}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          size="lg"
          dir="ltr"
          data-autofocus
        />
        <Button type="submit" size="md" loading={busy}>
          {t('lock.open')}
        </Button>
      </form>
      <Button variant="subtle" color="gray" onClick={signOut}>
        {t('signIn.otherOfficer')}
      </Button>
    </Curtain>
  )
}
