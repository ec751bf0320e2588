import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { decideRecoveryAnswer, recoveriesAnswer } from '#contracts/identity/administration.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useMay } from '../session/me.tsx'
import { officerRefresh } from './officer-data.ts'

interface Decision {
  readonly id: string
  readonly approve: boolean
}

/** New means of access that somebody asked for an officer, for another to approve or reject. */
export function Recoveries({ officerId }: { readonly officerId: string }) {
  const { t, locale } = useLanguage()
  const mayLook = useMay('credential.approve')
  const recoveries = useQuery({
    ...read('/recoveries', recoveriesAnswer, { query: { officerId } }),
    enabled: mayLook,
  })
  const [half, setHalf] = useState<string>()
  const decide = useCommand(
    {
      path: ({ id }: Decision) => `/recoveries/${id}/decide`,
      body: ({ approve }: Decision) => ({ approve }),
      answer: decideRecoveryAnswer,
    },
    {
      refresh: [...officerRefresh(officerId), ['/recoveries']],
      onDone: ({ approved, secondHalf }) => setHalf(approved ? (secondHalf ?? '') : undefined),
    },
  )
  return (
    <>
      {decide.error && <Failure error={decide.error} />}
      {half !== undefined && (
        <section className={page['told']} aria-label={t('recovery.approved')}>
          <h2>{t('recovery.approved')}</h2>
          <p>{t(half === '' ? 'officer.codeGone' : 'recovery.secondHalf')}</p>
          <p style={{ fontSize: 'var(--t-xl)' }}>
            <Ref strong>{half}</Ref>
          </p>
        </section>
      )}
      {recoveries.data?.items.map((recovery) => (
        <section key={recovery.id} className={page['warning']} aria-label={t('recovery.title')}>
          <h2>
            <IconKey size={18} stroke={1.6} aria-hidden="true" /> {t('recovery.title')}
          </h2>
          <p>
            {t('recovery.askedBy')} <bdi>{locale === 'ar' ? recovery.askedBy.nameAr : recovery.askedBy.nameLatin}</bdi>
            {' · '}
            <When at={recovery.askedAt} />
            {' · '}
            <bdi>{recovery.reason}</bdi>
          </p>
          <p>
            {t('recovery.ends')} <When at={recovery.expiresAt} />
          </p>
          {!recovery.mayApprove && <p>{t('recovery.notYou')}</p>}
          <div className={page['actions']}>
            {recovery.mayApprove && (
              <Button loading={decide.isPending} onClick={() => decide.mutate({ id: recovery.id, approve: true })}>
                {t('recovery.approve')}
              </Button>
            )}
            <Button
              variant="default"
              loading={decide.isPending}
              onClick={() => decide.mutate({ id: recovery.id, approve: false })}
            >
              {t('recovery.reject')}
            </Button>
          </div>
        </section>
      ))}
    </>
  )
}
