import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CaseCustodies } from '../custody/case-custodies.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { CaseExhibits } from '../exhibits/case-exhibits.tsx'
import { Panes } from '../shell/panes.tsx'
import { CaseActs } from './case-acts.tsx'
import { caseQuery } from './case-api.ts'
import { CaseFacts } from './case-facts.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseNext } from './case-next.tsx'
import { CaseNotes } from './case-notes.tsx'
import { CaseOffences } from './case-offences.tsx'
import { CaseOperations } from './case-operations.tsx'
import { CasePeople } from './case-people.tsx'
import { CaseTasks } from './case-tasks.tsx'
import { CaseTransfers } from './case-transfers.tsx'

/** One file on one page, told as a story; beside it what can be done now. */
export function CasePage() {
  const { caseId } = useParams({ from: '/cases/$caseId' })
  const { data: file, error, refetch } = useQuery(caseQuery(caseId))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!file) return <Loading lines={12} />
  return (
    <Panes
      name="case"
      file={
        <article className={page['reading']} key={file.id}>
          <CaseHead file={file} />
          <CaseNext file={file} />
          <CasePeople file={file} />
          <CaseCustodies file={file} />
          <CaseFacts file={file} />
          <CaseOffences file={file} />
          <CaseActs file={file} />
          <CaseExhibits file={file} />
          <CaseHistory caseId={file.id} />
        </article>
      }
      act={
        <div className={page['padded']} key={file.id}>
          <CaseTasks file={file} />
          <CaseTransfers file={file} />
          <CaseNotes file={file} />
          <CaseOperations file={file} />
        </div>
      }
    />
  )
}
