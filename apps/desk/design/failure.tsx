import { Button } from '@mantine/core'
import { ApiFailure, LineDown } from '../api/api-failure.ts'
import { useT } from '../i18n/language.tsx'
import { Ref } from './ref.tsx'
import classes from './states.module.css'

/** What happened, what to do, and the number that support can find it by. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useT()
  const known = error instanceof ApiFailure ? error : undefined
  const text = known?.message ?? (error instanceof LineDown ? t('failure.offline') : t('failure.unknown'))
  return (
    <div className={classes['failure']} role="alert">
      <h2>{t('failure.title')}</h2>
      <p>{text}</p>
      {known && (
        <small>
          {t('failure.reference')} <Ref>{known.correlationId}</Ref>
        </small>
      )}
      {onRetry && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  )
}
