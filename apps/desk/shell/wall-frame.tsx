import { Suspense, lazy, useEffect } from 'react'
import { gate } from '../api/gate.ts'
import { useStore } from '../app-store.ts'
import { Loading } from '../design/loading.tsx'
import { forgetMe } from '../session/remembered.ts'
import classes from './frame.module.css'

const WallPage = lazy(() => import('../custody/wall-page.tsx').then(({ WallPage: page }) => ({ default: page })))

/** The whole window of a screen on the wall, whatever its address: no rooms, no palette, no presence, nothing kept. */
export function WallFrame({ placeId }: { readonly placeId: string }) {
  const state = useStore(gate)
  useEffect(() => {
    if (state !== 'ended') return
    // Over: whatever was shown goes from the memory of the window too, and the sign-in comes.
    forgetMe()
    window.location.assign('/')
  }, [state])
  return (
    <main id="page" className={classes['wall']}>
      {state !== 'ended' && (
        <Suspense fallback={<Loading lines={12} />}>
          <WallPage placeId={placeId} />
        </Suspense>
      )}
    </main>
  )
}
