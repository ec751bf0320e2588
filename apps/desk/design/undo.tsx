import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { v7 as uuidv7 } from 'uuid'
import { translate } from '../i18n/translate.ts'
import { preferences } from '../preferences.ts'
import classes from './undo.module.css'

function look() {
  return {
    withBorder: true,
    closeButtonProps: { 'aria-label': translate(preferences.get().locale, 'common.close') },
  }
}

interface UndoOptions {
  readonly text: string
  readonly undoText: string
  readonly onUndo: () => void
}

/** Says what was done and offers to take it back, instead of asking beforehand. Never for signing or notifying. */
export function offerUndo({ text, undoText, onUndo }: UndoOptions): void {
  const id = uuidv7()
  notifications.show({
    id,
    autoClose: 8_000,
    ...look(),
    message: (
      <span className={classes['line']}>
        <span>{text}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          {undoText}
        </Button>
      </span>
    ),
  })
}

/** Says in passing that something is done. */
export function tell(text: string): void {
  notifications.show({ message: text, autoClose: 5_000, ...look() })
}

/** Says in passing that something did not work. */
export function tellFailure(text: string): void {
  notifications.show({ message: text, autoClose: 12_000, color: 'red', ...look() })
}
