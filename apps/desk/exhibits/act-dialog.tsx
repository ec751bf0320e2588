import { useState } from 'react'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { carryExhibitBody, movementRecordedSchema } from '#contracts/exhibits/record.ts'
import { useCommand } from '../api/commands.ts'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { useKept } from '../outbox/use-kept.ts'
import { useMe } from '../session/me.tsx'
import { type ActDraft, actBody, newActDraft } from './act-draft.ts'
import { CircumstanceFields, WhatFields } from './act-fields.tsx'
import { type ActId, actTitle, acts } from './act-kinds.ts'
import { exhibitRefresh } from './exhibits-api.ts'
import { PartyFields } from './party-fields.tsx'
import { useParties } from './use-parties.ts'

/** One act on an exhibit: what it asks for is told by its kind. Carrying goes on with the line down; ends never do. */
export function ActDialog({
  act,
  exhibit,
  correctsSeq,
  onClose,
}: {
  readonly act: ActId
  readonly exhibit: Exhibit
  readonly correctsSeq?: number
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const { officer } = useMe()
  const parties = useParties(exhibit.caseId)
  const [draft, setDraft] = useState(() => newActDraft(act, exhibit, officer.id, correctsSeq))
  const kind = acts[act]
  const change = (part: Partial<ActDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const onDone = ({ marks }: { marks: number }): void => {
    tell(t(marks > 0 ? 'exhibit.act.savedMarked' : 'exhibit.act.saved'))
    onClose()
  }
  const send = useCommand(
    {
      path: `/exhibits/${exhibit.id}/${kind.path}`,
      body: (body: Record<string, unknown>) => body,
      answer: movementRecordedSchema,
      purpose: `case:${exhibit.caseId}`,
    },
    { refresh: exhibitRefresh(exhibit), onDone },
  )
  const carry = useKept('exhibit.carry', {
    onDone,
    onKept: () => {
      tell(t('exhibit.act.waits'))
      onClose()
    },
  })
  const body = actBody(act, exhibit, draft)
  const run = (): void => {
    if (!body) return
    if (kind.path !== 'movements') return send.mutate(body)
    const { id: exhibitId, caseId, reference } = exhibit
    carry.mutate({ exhibitId, caseId, reference, body: carryExhibitBody.parse(body), words: t(actTitle(act)) })
  }
  return (
    <FormDialog
      id={`exhibit ${act} run`}
      title={actTitle(act)}
      size="lg"
      error={send.error ?? carry.error}
      ready={body !== undefined}
      pending={send.isPending || carry.isPending}
      onRun={run}
      onClose={onClose}
    >
      <WhatFields act={act} exhibit={exhibit} draft={draft} onChange={change} />
      <PartyFields
        label={t(kind.handed)}
        parties={parties}
        value={draft.handed}
        onChange={(handed) => change({ handed })}
      />
      <PartyFields
        label={t(kind.received)}
        parties={parties}
        value={draft.received}
        onChange={(received) => change({ received })}
      />
      <CircumstanceFields act={act} exhibit={exhibit} draft={draft} onChange={change} />
    </FormDialog>
  )
}
