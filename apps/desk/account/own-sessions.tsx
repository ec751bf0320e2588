import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ownSessionsAnswer, ownSessionsEndedAnswer } from '#contracts/identity/session.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'

const sessionsQuery = read('/sessions', ownSessionsAnswer)
const refresh = [sessionsQuery.queryKey]

/** Where else one is signed in, and the way to end that. */
export function OwnSessions() {
  const { t } = useLanguage()
  const sessions = useQuery(sessionsQuery)
  const end = useCommand(
    { path: (id: string) => `/sessions/${id}/end`, body: () => ({}), answer: ownSessionsEndedAnswer },
    { refresh },
  )
  const endOthers = useCommand(
    { path: '/sessions/end-others', body: () => ({}), answer: ownSessionsEndedAnswer },
    { refresh },
  )
  const items = sessions.data?.items ?? []
  const error = sessions.error ?? end.error ?? endOthers.error
  return (
    <Section
      title={t('account.sessions')}
      count={items.length > 1 ? items.length : undefined}
      aside={
        items.length > 1 && (
          <Button size="xs" variant="subtle" loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
            {t('account.sessions.endOthers')}
          </Button>
        )
      }
    >
      {sessions.isPending && <Loading lines={2} />}
      {error && <Failure error={error} />}
      <ul className={rowClasses['rows']}>
        {items.map((session) => (
          <li key={session.id} className={page['row']}>
            <div className={page['grow']}>
              <RowText
                title={t(`signIn.seat.${session.seat}`)}
                more={session.browser ?? undefined}
                state={
                  session.current ? (
                    <StateChip tone="active">{t('account.sessions.this')}</StateChip>
                  ) : (
                    session.state === 'locked' && <StateChip tone="plain">{t('account.sessions.locked')}</StateChip>
                  )
                }
                second={
                  <>
                    {t('account.opened')} <When at={session.openedAt} />
                    {' · '}
                    {session.seat === 'wall' ? (
                      <>
                        {t('account.ends')} <When at={session.endsAt} />
                      </>
                    ) : (
                      <>
                        {t('account.sessions.lastSeen')} <When at={session.lastSeenAt} />
                      </>
                    )}
                    {session.address && (
                      <>
                        {' · '}
                        <Ref>{session.address}</Ref>
                      </>
                    )}
                  </>
                }
              />
            </div>
            {!session.current && (
              <Button size="compact-sm" variant="default" onClick={() => end.mutate(session.id)}>
                {t('account.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
