import { Modal, type ModalProps } from '@mantine/core'
import { useT } from '../i18n/language.tsx'
import { useAction } from './actions.ts'

/**
 * A dialog of the desk. Escape closes it as the action offered last does: the dialog on top and nothing behind it,
 * whether it goes at once or by a transition.
 */
export function Dialog({
  opened = true,
  onClose,
  ...modal
}: Omit<ModalProps, 'opened'> & { readonly opened?: boolean }) {
  const t = useT()
  useAction({
    id: 'dialog close',
    label: 'common.close',
    group: 'desk',
    keys: 'escape',
    inFields: true,
    when: opened,
    run: onClose,
  })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      {...modal}
    />
  )
}
