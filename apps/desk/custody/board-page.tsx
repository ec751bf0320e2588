import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { useBareFrame } from '../shell/bare-frame.ts'
import { BoardBody } from './board-body.tsx'
import { BoardHead } from './board-head.tsx'
import classes from './board.module.css'
import { boardQuery } from './custody-api.ts'
import { usePulse } from './use-pulse.ts'

/** The cells of a place on the wall: who is in which, how long still; as they stand, or as they stood at a past minute. */
export function BoardPage() {
  const { placeId } = useParams({ from: '/custody/board/$placeId' })
  const [at, setAt] = useState<string>()
  useBareFrame()
  const { data, error, refetch } = useQuery({
    ...boardQuery(placeId, at),
    placeholderData: keepPreviousData,
  })
  const { heardAt } = usePulse({ placeId }, refetch)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={12} />
  return (
    <div className={classes['board']}>
      <BoardHead board={data} at={at} heardAt={heardAt} onAt={setAt} />
      <BoardBody board={data} past={at !== undefined} />
    </div>
  )
}
