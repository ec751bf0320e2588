import { Outlet, useNavigate, useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useStore } from '../app-store.ts'
import { AlarmBanner } from '../custody/alarm-banner.tsx'
import { CustodyActions } from '../custody/custody-actions.tsx'
import { ExhibitsActions } from '../exhibits/exhibits-actions.tsx'
import { useT } from '../i18n/language.tsx'
import { useAction } from '../keys/actions.ts'
import { prefer, preferences } from '../preferences.ts'
import { useLiveNews } from '../session/live-news.ts'
import { LockScreen } from '../session/lock-screen.tsx'
import { StepUp } from '../session/step-up.tsx'
import { KeptSheet } from '../outbox/print-kept.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import { usePresence } from '../session/presence.ts'
import { bareFrame } from './bare-frame.ts'
import { GoActions } from './go-actions.tsx'
import { KeysSheet } from './keys-sheet.tsx'
import { Palette, palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import classes from './frame.module.css'

/** Top bar, rooms and page. `behind` a curtain it stays as it is, but can be neither seen nor reached. */
export function SignedInFrame({ behind }: { readonly behind: boolean }) {
  const t = useT()
  const main = useRef<HTMLElement>(null)
  const navigate = useNavigate()
  const { history } = useRouter()
  const [keysShown, setKeysShown] = useState(false)
  const bare = useStore(bareFrame)
  usePresence()
  useLiveNews()
  useOutbox()
  useAction({ id: 'palette', label: 'palette.open', group: 'desk', keys: 'mod+k', inFields: true, run: palette.open })
  useAction({ id: 'keys', label: 'keys.show', group: 'desk', keys: '?', run: () => setKeysShown(true) })
  useAction({ id: 'back', label: 'keys.back', group: 'desk', keys: 'escape', run: () => history.back() })
  useAction({
    id: 'account',
    label: 'nav.account',
    group: 'go',
    keys: 'g m',
    run: () => void navigate({ to: '/account' }),
  })
  useAction({
    id: 'scheme',
    label: preferences.get().scheme === 'dark' ? 'top.toLight' : 'top.toDark',
    group: 'desk',
    run: () => prefer({ scheme: preferences.get().scheme === 'dark' ? 'light' : 'dark' }),
  })
  return (
    <>
      <div className={classes['desk']} inert={behind}>
        <a className="skip" href="#page" onClick={() => main.current?.focus()}>
          {t('nav.skip')}
        </a>
        {bare ? null : <TopBar />}
        {/* The wall shows its own. */}
        {bare ? null : <AlarmBanner />}
        <div className={classes['rooms']} data-bare={bare || undefined}>
          {bare ? null : <Rail />}
          <main id="page" className={classes['page']} ref={main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <GoActions />
      <CustodyActions />
      <ExhibitsActions />
      <Palette />
      <KeysSheet opened={keysShown} onClose={() => setKeysShown(false)} />
      <LockScreen />
      <StepUp />
      <KeptSheet />
    </>
  )
}
