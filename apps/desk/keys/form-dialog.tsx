import { Button, type ModalProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Failure } from '../design/failure.tsx'
import { focusFirst } from '../design/focus-first.ts'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { Dialog } from './dialog.tsx'
import { ActButton } from './act-button.tsx'

/** A dialog that asks what one act needs: its fields, what went wrong, the act under its key, and the way back. */
export function FormDialog({
  id,
  title,
  heading,
  label = title,
  size,
  error,
  ready,
  pending,
  onRun,
  onClose,
  children,
}: {
  readonly id: string
  readonly title: TextKey
  /** What stands on top, where that is more than the title. */
  readonly heading?: string
  /** What the button says, where that is not the title. */
  readonly label?: TextKey
  readonly size?: ModalProps['size']
  readonly error: unknown
  readonly ready: boolean
  readonly pending: boolean
  /** Runs only when ready. */
  readonly onRun: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const t = useT()
  return (
    <Dialog onClose={onClose} title={heading ?? t(title)} {...(size === undefined ? {} : { size })}>
      <form
        ref={focusFirst}
        className={page['stack']}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !pending) onRun()
        }}
      >
        {children}
        {error !== null && error !== undefined && <Failure error={error} />}
        <div className={page['actions']}>
          <ActButton
            id={id}
            label={label}
            keys="mod+enter"
            inFields
            disabled={!ready}
            loading={pending}
            onRun={onRun}
          />
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
