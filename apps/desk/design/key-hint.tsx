import { useT } from '../i18n/language.tsx'
import { type KeyCombo, showKeys } from '../keys/key-combo.ts'
import classes from './key-hint.module.css'

/** The key of an action, beside it. Hidden from screen readers: they get it from `aria-keyshortcuts`. */
export function KeyHint({ keys }: { readonly keys: KeyCombo }) {
  const t = useT()
  const steps = showKeys(keys)
  return (
    <span className={classes['hint']} aria-hidden="true">
      {steps.map((step, index) => (
        <span key={step.join('+')}>
          {index > 0 && <i>{t('keys.then')}</i>}
          <bdi dir="ltr">
            {step.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </bdi>
        </span>
      ))}
    </span>
  )
}
