import { Button } from '@mantine/core'
import { type Handover, acknowledgedSchema } from '#contracts/intake/shift.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useMe } from '../session/me.tsx'
import classes from './shift.module.css'

/** What one shift left to the next, and who took it over. */
export function HandoverText({ item }: { readonly item: Handover }) {
  const { t, locale } = useLanguage()
  const { officer } = useMe()
  const name = (who: { nameAr: string; nameLatin: string }): string => (locale === 'ar' ? who.nameAr : who.nameLatin)
  const take = useCommand(
    { path: `/handovers/${item.id}/acknowledge`, body: () => ({}), answer: acknowledgedSchema },
    { refresh: [['/handovers']] },
  )
  return (
    <article className={classes['handover']}>
      <p className={page['prose']} dir="auto">
        {item.text}
      </p>
      <small>
        <bdi>{name(item.writtenBy)}</bdi>
        {' · '}
        <When at={item.writtenAt} />
        {' · '}
        {t('handover.counts', { open: item.openLines, overdue: item.overdueLines })}
      </small>
      {item.acknowledgedBy ? (
        <StateChip tone="done">
          {t('handover.taken')} <bdi>{name(item.acknowledgedBy)}</bdi>
        </StateChip>
      ) : item.writtenBy.id === officer.id ? (
        <StateChip tone="soon">{t('handover.waiting')}</StateChip>
      ) : (
        <Button size="xs" loading={take.isPending} onClick={() => take.mutate(undefined)}>
          {t('handover.take')}
        </Button>
      )}
      {take.error && <Failure error={take.error} />}
    </article>
  )
}
