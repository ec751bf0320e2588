import { Button } from '@mantine/core'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { ActButton } from './act-button.tsx'

/** The end of a dialog: what went wrong, the act under its key, and the way back. */
export function DialogFoot({
  id,
  label,
  error,
  ready,
  pending,
  onRun,
  onClose,
}: {
  readonly id: string
  readonly label: TextKey
  readonly error: unknown
  readonly ready: boolean
  readonly pending: boolean
  readonly onRun: () => void
  readonly onClose: () => void
}) {
  const t = useT()
  return (
    <>
      {error !== null && error !== undefined && <Failure error={error} />}
      <div className={page['actions']}>
        <ActButton id={id} label={label} keys="mod+enter" inFields disabled={!ready} loading={pending} onRun={onRun} />
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </>
  )
}
