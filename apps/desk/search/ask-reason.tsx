import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { focusFirst } from '../design/focus-first.ts'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import classes from './search.module.css'

/** Asks why one looks: where no work in hand explains it, or, behind an alias, in any case. */
export function AskReason({
  label,
  about = 'search',
  onReason,
}: {
  readonly label: TextKey
  readonly about?: 'search' | 'protected'
  readonly onReason: (reason: string) => void
}) {
  const t = useT()
  const [reason, setReason] = useState('')
  return (
    <form
      ref={focusFirst}
      className={classes['reason']}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim().length > 2) onReason(reason.trim())
      }}
    >
      <h2>
        <IconAlertTriangle size={18} stroke={1.6} aria-hidden="true" />{' '}
        {t(about === 'protected' ? 'person.behind.whyTitle' : 'search.reasonTitle')}
      </h2>
      <p>{t(about === 'protected' ? 'person.behind.whyBody' : 'search.reasonBody')}</p>
      <TextInput
        label={t('search.reason')}
        dir="auto"
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={reason.trim().length < 3}>
        {t(label)}
      </Button>
    </form>
  )
}
