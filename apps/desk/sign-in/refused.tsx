import { ApiFailure, LineDown } from '../api/api-failure.ts'
import { useT } from '../i18n/language.tsx'
import classes from '../shell/curtain.module.css'

/** Why one was not let in, in one sentence. */
export function Refused({ failure }: { readonly failure: unknown }) {
  const t = useT()
  if (failure === undefined) return null
  const text =
    typeof failure === 'string'
      ? failure
      : failure instanceof ApiFailure
        ? failure.message
        : t(failure instanceof LineDown ? 'failure.offline' : 'failure.unknown')
  return (
    <p className={classes['refused']} role="alert">
      {text}
    </p>
  )
}
