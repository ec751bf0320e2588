import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { ActDialog } from './act-dialog.tsx'
import type { ActId } from './act-kinds.ts'
import { exhibitQuery } from './exhibits-api.ts'
import { SheetActs } from './sheet-acts.tsx'
import { SheetChain } from './sheet-chain.tsx'
import { SheetFacts } from './sheet-facts.tsx'
import { SheetFiles } from './sheet-files.tsx'
import { SheetHead, SheetNext } from './sheet-head.tsx'
import { SheetPhotos } from './sheet-photos.tsx'

/** One exhibit: how it stands and where, what is next, and everything that ever happened to it. */
export function ExhibitPage() {
  const { exhibitId } = useParams({ from: '/exhibits/$exhibitId' })
  const { data: exhibit, error, refetch } = useQuery(exhibitQuery(exhibitId))
  const [asked, setAsked] = useState<{ act: ActId; seq?: number }>()
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!exhibit) return <Loading lines={12} />
  const ask = (act: ActId): void => setAsked({ act })
  return (
    <article className={page['reading']} key={exhibit.id}>
      <SheetHead exhibit={exhibit} />
      <SheetNext exhibit={exhibit} onAct={ask} />
      <SheetActs exhibit={exhibit} onAct={ask} />
      <SheetChain exhibit={exhibit} onCorrect={(seq) => setAsked({ act: 'correct', seq })} />
      <SheetFacts exhibit={exhibit} />
      <SheetPhotos exhibit={exhibit} />
      <SheetFiles exhibit={exhibit} />
      {asked && (
        <ActDialog
          act={asked.act}
          exhibit={exhibit}
          {...(asked.seq === undefined ? {} : { correctsSeq: asked.seq })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </article>
  )
}
