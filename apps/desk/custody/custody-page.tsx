import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Panes } from '../shell/panes.tsx'
import { ClockHead } from './clock-head.tsx'
import { custodyQuery } from './custody-api.ts'
import { SheetActs } from './sheet-acts.tsx'
import { SheetAlarms } from './sheet-alarms.tsx'
import { SheetEntries } from './sheet-entries.tsx'
import { SheetHead } from './sheet-head.tsx'
import { SheetNext } from './sheet-next.tsx'
import { SheetPerson } from './sheet-person.tsx'
import { SheetPrint } from './sheet-print.tsx'
import { usePulse } from './use-pulse.ts'

/** One person held, told as a story: the clock, where the person is, what is next, what happened. */
export function CustodyPage() {
  const { custodyId } = useParams({ from: '/custody/$custodyId' })
  const { opened } = useSearch({ from: '/custody/$custodyId' })
  const { data: held, error, refetch } = useQuery(custodyQuery(custodyId))
  usePulse({ custodyId }, refetch)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!held) return <Loading lines={12} />
  return (
    <Panes
      name="custody-sheet"
      file={
        <article className={page['reading']} key={held.id}>
          <SheetHead held={held} />
          {opened && <SheetPrint held={held} fresh />}
          <ClockHead held={held} />
          <SheetNext held={held} />
          <SheetAlarms held={held} />
          <SheetEntries held={held} />
          <SheetPerson held={held} />
        </article>
      }
      act={
        <div className={page['padded']} key={held.id}>
          <SheetActs held={held} />
          {!opened && <SheetPrint held={held} />}
        </div>
      }
    />
  )
}
