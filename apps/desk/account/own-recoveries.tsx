import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { objectionAnswer, ownRecoveriesAnswer } from '#contracts/identity/administration.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'

const recoveriesQuery = read('/session/recoveries', ownRecoveriesAnswer)

/** Somebody asks for new means of access in one's own name: whoever lost nothing stops it here. */
export function OwnRecoveries() {
  const { t, locale } = useLanguage()
  const recoveries = useQuery(recoveriesQuery)
  const object = useCommand(
    { path: (id: string) => `/session/recoveries/${id}/object`, body: () => ({}), answer: objectionAnswer },
    { refresh: [recoveriesQuery.queryKey] },
  )
  return (
    <>
      {object.error && <Failure error={object.error} />}
      {recoveries.data?.items.map((recovery) => (
        <section key={recovery.id} className={page['warning']} aria-label={t('account.recovery.title')}>
          <h2>
            <IconAlertTriangle size={18} stroke={1.6} aria-hidden="true" /> {t('account.recovery.title')}
          </h2>
          <p>
            <bdi>{locale === 'ar' ? recovery.askedBy.nameAr : recovery.askedBy.nameLatin}</bdi>
            {' · '}
            <When at={recovery.askedAt} />
            {' · '}
            <bdi>{recovery.reason}</bdi>
          </p>
          <p>{t('account.recovery.body')}</p>
          <Button variant="default" loading={object.isPending} onClick={() => object.mutate(recovery.id)}>
            {t('account.recovery.object')}
          </Button>
        </section>
      ))}
    </>
  )
}
