import { Button, type ButtonProps } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { KeyHint } from '../design/key-hint.tsx'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { useAction } from './actions.ts'
import type { KeyCombo } from './key-combo.ts'

interface ActButtonProps extends Pick<
  ButtonProps,
  'variant' | 'size' | 'color' | 'fullWidth' | 'loading' | 'disabled'
> {
  readonly id: string
  readonly label: TextKey
  readonly keys?: KeyCombo
  readonly icon?: Icon
  readonly inFields?: boolean
  readonly onRun: () => void
}

/** A button that says its key, works by that key, and stands in the palette. */
export function ActButton({ id, label, keys, icon: Shape, inFields, onRun, ...button }: ActButtonProps) {
  const t = useT()
  useAction({
    id,
    label,
    group: 'do',
    ...(keys === undefined ? {} : { keys }),
    ...(inFields === undefined ? {} : { inFields }),
    when: button.disabled !== true && button.loading !== true,
    run: onRun,
  })
  return (
    <Button
      {...button}
      onClick={onRun}
      leftSection={Shape && <Shape size={17} stroke={1.6} aria-hidden="true" />}
      rightSection={keys && <KeyHint keys={keys} />}
      styles={button.fullWidth ? { label: { flex: 1 } } : {}}
      aria-keyshortcuts={keys}
    >
      {t(label)}
    </Button>
  )
}
