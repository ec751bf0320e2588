import type { ReactNode } from 'react'
import type { CaseFile } from '#contracts/casework/case.ts'
import { When } from '../design/when.tsx'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import classes from './case-page.module.css'
import { useTaskTitle } from './use-task-title.ts'

interface Step {
  readonly text: TextKey
  readonly title?: string
  readonly due?: string | null
  readonly late?: boolean
}

// The order is that of what holds up everything else first.
function nextStep(file: CaseFile, titleOf: ReturnType<typeof useTaskTitle>): Step {
  const { can } = file
  if (can.answerTransfer) return { text: 'case.next.answerTransfer' }
  if (can.withdrawTransfer) return { text: 'case.next.transferAsked' }
  if (file.state === 'closed') return { text: 'case.next.closed' }
  if (file.state === 'waiting-prosecutor') return { text: 'case.next.waiting' }
  const open = file.tasks.filter((task) => task.state === 'open' && task.dueAt !== null)
  const [nearest] = open.toSorted((a, b) => String(a.dueAt).localeCompare(String(b.dueAt)))
  if (nearest?.overdue) return { text: 'case.next.task', title: titleOf(nearest), due: nearest.dueAt, late: true }
  if (can.assign && !file.assignedTo) return { text: 'case.next.assign' }
  if (can.changeParticipants && file.participants.length === 0) return { text: 'case.next.people' }
  if (can.changeOffences && file.offences.length === 0) return { text: 'case.next.offence' }
  if (nearest) return { text: 'case.next.task', title: titleOf(nearest), due: nearest.dueAt }
  return { text: 'case.next.pv' }
}

/** What the file asks for now, in one sentence. */
export function CaseNext({ file, children }: { readonly file: CaseFile; readonly children?: ReactNode }) {
  const t = useT()
  const step = nextStep(file, useTaskTitle())
  return (
    <div className={classes['next']} data-tone={step.late ? 'late' : undefined}>
      <div>
        <small>{t('case.next')}</small>
        <p>
          {t(step.text, step.title === undefined ? {} : { title: step.title })}
          {step.due && (
            <>
              {' · '}
              <When at={step.due} />
            </>
          )}
        </p>
      </div>
      {children}
    </div>
  )
}
