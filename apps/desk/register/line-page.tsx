import { IconFolderOpen, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { Line } from '#contracts/intake/register.ts'
import { addressOf } from '../api/http.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { Panes } from '../shell/panes.tsx'
import { LineSteps } from './line-steps.tsx'
import { lineQuery } from './register-api.ts'
import { LineEntries } from './line-entries.tsx'
import { LineHead, LineStory } from './line-story.tsx'

/** One line: what was said, what followed, what can be done with it. */
export function LinePage() {
  const { lineId } = useParams({ from: '/register/$lineId' })
  const { data: line, error, refetch } = useQuery(lineQuery(lineId))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!line) return <Loading lines={8} />
  return (
    <Panes
      name="line"
      file={
        <article className={page['reading']} key={line.id}>
          <LineHead line={line} />
          <LineStory line={line} />
          <LineEntries line={line} />
        </article>
      }
      act={
        <div className={page['padded']} key={line.id}>
          <LineSteps line={line} />
          <LinePrints line={line} />
        </div>
      }
    />
  )
}

function LinePrints({ line }: { readonly line: Line }) {
  const { locale } = useLanguage()
  const navigate = useNavigate()
  const { caseId } = line
  return (
    <div className={page['stack']} style={{ paddingBlockStart: 12 }}>
      {caseId && (
        <ActButton
          id="line case"
          label="line.openCase"
          keys="enter"
          icon={IconFolderOpen}
          fullWidth
          onRun={() => void navigate({ to: '/cases/$caseId', params: { caseId } })}
        />
      )}
      {line.receipt && (
        <ActButton
          id="line receipt"
          label="line.receipt"
          keys="mod+p"
          icon={IconPrinter}
          variant="default"
          fullWidth
          onRun={() => window.open(addressOf(`/register/${line.id}/receipt.pdf`, { lang: locale }), '_blank')}
        />
      )}
    </div>
  )
}
