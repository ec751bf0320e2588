import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { LineDown, isCode } from '../api/api-failure.ts'
import { setUpAnswer } from '#contracts/set-up/set-up.ts'
import { callFor } from '../api/http.ts'
import { SetUp } from '../sign-in/set-up.tsx'
import { gate } from '../api/gate.ts'
import { useStore } from '../app-store.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { useT } from '../i18n/language.tsx'
import { Enrolment } from '../session/enrolment.tsx'
import { followLocale } from '../session/locale.ts'
import { MeProvider, meQuery } from '../session/me.tsx'
import { useTraining } from '../session/training.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { NewVersionOffer } from './new-version-offer.tsx'
import { NoServer } from './no-server.tsx'
import { SignedInFrame } from './signed-in-frame.tsx'
import { TrainingMark } from './training-mark.tsx'
import { WallFrame } from './wall-frame.tsx'
import classes from './frame.module.css'

// Only a real installation has this address, and only before its first administrator does it answer `open`.
const setUpQuery = queryOptions({
  queryKey: ['/set-up'],
  queryFn: ({ signal }) => callFor({ method: 'GET', path: '/set-up', signal, passesGate: true }, setUpAnswer),
  retry: false,
})

/** The whole window: who is here decides what stands in it. The address stays, so that signing in leads on to it. */
export function Frame() {
  const t = useT()
  const client = useQueryClient()
  const me = useQuery({ ...meQuery, retry: (_count, error) => !isCode(error, 'SIGN_IN_NEEDED') })
  const state = useStore(gate)
  const training = useTraining()
  const setUp = useQuery({ ...setUpQuery, enabled: training === null })
  useEffect(() => {
    if (me.data?.state === 'locked' && gate.get() === 'open') gate.set('locked')
  }, [me.data])
  const enter = (): void => {
    void client.fetchQuery({ ...meQuery, staleTime: 0 }).then(({ locale }) => {
      followLocale(locale)
      gate.set('open')
    })
  }
  return (
    <div className={classes['frame']}>
      {training && <TrainingMark />}
      <NewVersionOffer />
      {me.data ? (
        <MeProvider me={me.data}>
          {me.data.wall !== null ? (
            <WallFrame placeId={me.data.wall.placeId} />
          ) : me.data.state === 'restricted' || me.data.needs.pin ? (
            <Enrolment />
          ) : (
            <SignedInFrame behind={state !== 'open'} />
          )}
          {state === 'ended' && me.data.wall === null && <SignIn note={t('signIn.again')} onOpen={enter} />}
        </MeProvider>
      ) : isCode(me.error, 'SIGN_IN_NEEDED') ? (
        setUp.data?.state === 'open' ? (
          <SetUp onOpen={enter} />
        ) : (
          <SignIn onOpen={enter} />
        )
      ) : me.error ? (
        <Failure error={me.error} onRetry={() => void me.refetch()} />
      ) : me.failureReason instanceof LineDown ? (
        <NoServer />
      ) : (
        <Loading lines={8} />
      )}
    </div>
  )
}
