import { Failure } from '../design/failure.tsx'

/** A page that broke: the rest of the desk goes on. */
export function PageFailure({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return <Failure error={error} onRetry={reset} />
}
