import { Button, PasswordInput } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { gate } from '../api/gate.ts'
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
import { useUnlock } from './unlock-when-back.ts'
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
  const { down, waiting, busy, failure, unlock, forget } = useUnlock(state === 'locked')
  const [pin, setPin] = useState('')
  useAction({ id: 'lock', label: 'top.lock', group: 'desk', keys: 'mod+alt+l', inFields: true, run: lock })
  useEffect(() => followLock(locksInSeconds), [locksInSeconds])

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
      {down && (
        <output className={classes['down']}>
          <strong>
            <IconCloudOff size={17} stroke={1.6} aria-hidden="true" /> {t('lock.down')}
          </strong>
          <span>{t('lock.downBody')}</span>
          {waiting && <span>{t('lock.waiting')}</span>}
        </output>
      )}
      <Refused failure={failure} />
      <form
        ref={focusFirst}
        onSubmit={(event) => {
          event.preventDefault()
          void unlock(pin)
          setPin('')
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
        <Button type="submit" size="md" loading={busy && !waiting} disabled={pin === ''}>
          {t(down ? 'lock.openWhenBack' : 'lock.open')}
        </Button>
      </form>
      {waiting && (
        <Button variant="default" onClick={forget}>
          {t('lock.forget')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={signOut}>
        {t('signIn.otherOfficer')}
      </Button>
    </Curtain>
  )
}
