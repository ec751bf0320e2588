import { Button, PasswordInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { passwordAnswer, pinAnswer } from '#contracts/identity/session.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { tell } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { usePostName } from '../organisation/posts.tsx'
import { prefer, usePreferences } from '../preferences.ts'
import { useMe } from '../session/me.tsx'
import { OwnFactors } from './own-factors.tsx'
import { OwnRecoveries } from './own-recoveries.tsx'
import { OwnSessions } from './own-sessions.tsx'

/** The officer's own: what opens the desk, how it looks, which roles are held. */
export function AccountPage() {
  const { t, pick, locale } = useLanguage()
  const me = useMe()
  const { scheme } = usePreferences()
  const postName = usePostName()
  return (
    <div className={page['scroll']}>
      <div className={page['reading']}>
        <header className={page['head']}>
          <div>
            <h1>
              <bdi>{locale === 'ar' ? me.officer.nameAr : me.officer.nameLatin}</bdi>
            </h1>
            <p>
              <Ref>{me.officer.serviceNumber}</Ref>
              {' · '}
              <bdi>{pick(me.unit.names)}</bdi>
              {' · '}
              <bdi>{postName(me.officer.post)}</bdi>
            </p>
          </div>
        </header>
        <OwnRecoveries />
        <Section title={t('account.roles')}>
          <Facts>
            {me.roles.map((role) => (
              <Fact key={role.grantId} name={t(`account.role.${role.reason}`)}>
                {pick(role.labels)}
                {role.until && (
                  <>
                    {' · '}
                    {t('account.ends')} <When at={role.until} form="date" />
                  </>
                )}
              </Fact>
            ))}
          </Facts>
        </Section>
        <OwnSessions />
        <Section title={t('account.preferences')}>
          <SegmentedControl
            aria-label={t('account.scheme')}
            value={scheme}
            onChange={(value) => prefer({ scheme: value })}
            data={[
              { value: 'light' as const, label: t('account.light') },
              { value: 'dark' as const, label: t('account.dark') },
            ]}
          />
        </Section>
        <OwnFactors />
        <ChangeSecret kind="password" />
        <ChangeSecret kind="pin" />
      </div>
    </div>
  )
}

function ChangeSecret({ kind }: { readonly kind: 'password' | 'pin' }) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState({ current: '', next: '' })
  const change = useCommand(
    {
      path: `/session/${kind}`,
      body: (input: typeof typed) => (kind === 'password' ? input : { password: input.current, pin: input.next }),
      answer: kind === 'password' ? passwordAnswer : pinAnswer,
    },
    {
      onDone: () => {
        setTyped({ current: '', next: '' })
        tell(t(kind === 'password' ? 'account.passwordChanged' : 'account.pinChanged'))
      },
    },
  )
  return (
    <Section title={t(`account.${kind}`)}>
      <form
        className={page['stack']}
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate(typed)
        }}
      >
        <div className={page['fields']}>
          <PasswordInput
            label={t('account.passwordNow')}
            autoComplete="current-password"
            value={typed.current}
            required
            withAsterisk={false}
            onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
          />
          <PasswordInput
            label={t(kind === 'password' ? 'account.passwordNext' : 'lock.pin')}
            description={t(kind === 'password' ? 'setup.passwordNote' : 'setup.pinNote')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete={kind === 'password' ? 'new-password' : 'off'}
            value={typed.next}
            required
            withAsterisk={false}
            onChange={(event) => setTyped({ ...typed, next: event.currentTarget.value })}
          />
        </div>
        {change.error && <Failure error={change.error} />}
        <div className={page['actions']}>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t(kind === 'password' ? 'account.changePassword' : 'account.changePin')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
