import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { type CaseFile } from '#contracts/casework/case.ts'
import {
  type ParticipantRole,
  participantEndReasons,
  participantRoles,
  standings,
} from '#contracts/casework/participants.ts'
import { useCommand } from '../api/commands.ts'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { caseRefresh } from './case-api.ts'

export type Participant = CaseFile['participants'][number]
type Standing = (typeof standings)[number]
type EndReason = (typeof participantEndReasons)[number]

const made = z.object({ id: z.uuid() })
// A new role ends the old one by itself; as a reason of its own it would say nothing.
const endReasons = participantEndReasons.filter((reason) => reason !== 'new-role')

interface DialogProps {
  readonly caseId: string
  readonly link: Participant
  readonly onClose: () => void
  readonly onDone: (newLinkId: string) => void
}

/** Gives someone another role in the file; the former one stays in it as former. */
export function ChangeRole({ caseId, link, onClose, onDone }: DialogProps) {
  const t = useT()
  const [role, setRole] = useState<ParticipantRole>(link.role)
  const [standing, setStanding] = useState<Standing>(link.standing)
  const send = useCommand(
    {
      path: `/cases/${caseId}/participants/${link.id}/role`,
      body: (input: { role: ParticipantRole; standing: Standing }) => ({ ...input, baseVersion: link.version }),
      answer: made,
      purpose: `case:${caseId}`,
    },
    {
      refresh: caseRefresh(caseId),
      onDone: ({ id }) => {
        onClose()
        onDone(id)
      },
    },
  )
  const changed = role !== link.role || standing !== link.standing
  const run = (): void => {
    if (changed) send.mutate({ role, standing })
  }
  return (
    <FormDialog
      id="participant run"
      title="case.people.changeRole"
      error={send.error}
      ready={changed}
      pending={send.isPending}
      onRun={run}
      onClose={onClose}
    >
      <Select
        label={t('person.role')}
        data={participantRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={role}
        onChange={(value) => value && setRole(value)}
        allowDeselect={false}
        data-autofocus
      />
      <SegmentedControl
        fullWidth
        aria-label={t('person.standing')}
        data={standings.map((value) => ({ value, label: t(`case.standing.${value}`) }))}
        value={standing}
        onChange={(value) => setStanding(value)}
      />
    </FormDialog>
  )
}

/** Ends someone's part in the file, with the reason. */
export function EndRole({ caseId, link, onClose, onDone }: DialogProps) {
  const t = useT()
  const [reason, setReason] = useState<EndReason | null>(null)
  const send = useCommand(
    {
      path: `/cases/${caseId}/participants/${link.id}/end`,
      body: (given: EndReason) => ({ reason: given, baseVersion: link.version }),
      answer: made,
      purpose: `case:${caseId}`,
    },
    {
      refresh: caseRefresh(caseId),
      onDone: ({ id }) => {
        onClose()
        onDone(id)
      },
    },
  )
  const run = (): void => {
    if (reason !== null) send.mutate(reason)
  }
  return (
    <FormDialog
      id="participant run"
      title="case.people.end"
      error={send.error}
      ready={reason !== null}
      pending={send.isPending}
      onRun={run}
      onClose={onClose}
    >
      <p className={page['quiet']}>{t('case.people.endWhy')}</p>
      <Select
        label={t('case.people.endReason')}
        data={endReasons.map((value) => ({ value, label: t(`case.people.end.${value}`) }))}
        value={reason}
        onChange={setReason}
        data-autofocus
      />
    </FormDialog>
  )
}
