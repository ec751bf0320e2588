import { PinInput } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import classes from './code-input.module.css'

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
  // Without a name of its own PinInput makes one after the first drawing, and its fields anew: the caret would be lost.
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  // Also after a code that was refused: the next one can be typed at once.
  useEffect(() => {
    if (!busy) box.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [busy])
  return (
    <fieldset className={classes['code']} ref={box}>
      <legend>{label}</legend>
      <div dir="ltr">
        <PinInput
          id={id}
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
            // A dialog that holds it would give the caret to its close button.
            ...(index === 0 ? { 'data-autofocus': true } : {}),
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
