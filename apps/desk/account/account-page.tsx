import { Button, PasswordInput, SegmentedControl } from '@mantine/core'
import { startRegistration } from '@simplewebauthn/browser'
import { IconFingerprint } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import {
  addPasskeyAnswer,
  addPasskeyBody,
  factorsAnswer,
  registrationRequest,
  removedAnswer,
} from '#contracts/identity/factors.ts'
import { passwordAnswer, pinAnswer } from '#contracts/identity/session.ts'
import { useCommand } from '../api/commands.ts'
import { callFor } from '../api/http.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { tell } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { prefer, usePreferences } from '../preferences.ts'
import { useMe } from '../session/me.tsx'
import { OwnRecoveries } from './own-recoveries.tsx'
import { OwnSessions } from './own-sessions.tsx'

/** The officer's own: what opens the desk, how it looks, which roles are held. */
export function AccountPage() {
  const { t, pick, locale } = useLanguage()
  const me = useMe()
  const { scheme } = usePreferences()
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
        <Factors />
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

function Factors() {
  const { t } = useLanguage()
  const client = useQueryClient()
  const factors = useQuery(read('/session/factors', factorsAnswer))
  const [failure, setFailure] = useState<unknown>()
  const refresh = [['/session/factors'], ['/session']]
  const remove = useCommand(
    { path: (id: string) => `/session/factors/${id}/remove`, body: () => ({}), answer: removedAnswer },
    { refresh },
  )
  const addPasskey = async (): Promise<void> => {
    setFailure(undefined)
    try {
      const asked = await callFor(
        { method: 'POST', path: '/session/factors/passkey/options', body: {}, key: uuidv7() },
        registrationRequest,
      )
      const optionsJSON = z.custom<Parameters<typeof startRegistration>[0]['optionsJSON']>().parse(asked.options)
      const response = await startRegistration({ optionsJSON })
      const body = addPasskeyBody.parse({
        label: t('account.factors.passkey'),
        challengeId: asked.challengeId,
        response,
      })
      await callFor({ method: 'POST', path: '/session/factors/passkey', body, key: uuidv7() }, addPasskeyAnswer)
      await Promise.all([['/session/factors'], ['/session']].map((queryKey) => client.invalidateQueries({ queryKey })))
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <Section
      title={t('account.factors')}
      aside={
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconFingerprint size={16} stroke={1.6} />}
          onClick={() => void addPasskey()}
        >
          {t('account.factors.addPasskey')}
        </Button>
      }
    >
      {factors.isPending && <Loading lines={2} />}
      {(factors.error ?? remove.error ?? failure) !== undefined &&
        (factors.error ?? remove.error ?? failure) !== null && (
          <Failure error={factors.error ?? remove.error ?? failure} />
        )}
      <Facts>
        {factors.data?.items.map((factor) => (
          <Fact key={factor.id} name={t(`account.factors.${factor.kind}`)}>
            <bdi>{factor.label}</bdi>
            {factor.lastUsedAt && (
              <span className={page['quiet']}>
                {' · '}
                {t('account.factors.lastUsed')} <When at={factor.lastUsedAt} />
              </span>
            )}{' '}
            {factors.data.items.length > 1 && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => remove.mutate(factor.id)}>
                {t('account.factors.remove', { label: factor.label })}
              </Button>
            )}
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}
