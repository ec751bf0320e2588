import { PinInput } from '@mantine/core'
import { useState } from 'react'
import classes from './code-input.module.css'

function focusCode(node: HTMLElement | null): void {
  node?.querySelector('input')?.focus({ preventScroll: true })
}

/** Six figures of an authenticator application, or the PIN of a desk; sent by themselves once they are all there. */
export function CodeInput({
  label,
  busy,
  length = 6,
  mask = false,
  onComplete,
}: {
  readonly label: string
  readonly busy: boolean
  readonly length?: number
  readonly mask?: boolean
  readonly onComplete: (code: string) => void
}) {
  const [value, setValue] = useState('')
  return (
    <fieldset className={classes['code']} ref={focusCode}>
      <legend>{label}</legend>
      <div dir="ltr">
        <PinInput
          length={length}
          type="number"
          inputMode="numeric"
          mask={mask}
          oneTimeCode={!mask}
          placeholder=""
          size="lg"
          gap={6}
          value={value}
          disabled={busy}
          aria-label={label}
          getInputProps={(index: number) => ({
            'aria-label': `${label} ${index + 1}/${length}`,
          })}
          onChange={setValue}
          onComplete={(code) => {
            setValue('')
            onComplete(code)
          }}
        />
      </div>
    </fieldset>
  )
}
