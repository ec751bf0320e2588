import { Checkbox, Select, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { orderAuthorities } from '#contracts/exhibits/lists.ts'
import { carryExhibitBody, movementRecordedSchema } from '#contracts/exhibits/record.ts'
import { useCommand } from '../api/commands.ts'
import { DateTimeInput, DayInput } from '../design/date-time-input.tsx'
import page from '../design/page.module.css'
import { tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { useKept } from '../outbox/use-kept.ts'
import { useMe } from '../session/me.tsx'
import { type ActDraft, actBody, newActDraft } from './act-draft.ts'
import { type ActId, actTitle, acts } from './act-kinds.ts'
import { exhibitRefresh } from './exhibits-api.ts'
import { PartyFields } from './party-fields.tsx'
import { PlacePicker } from './place-picker.tsx'
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

interface FieldsProps {
  readonly act: ActId
  readonly exhibit: Exhibit
  readonly draft: ActDraft
  readonly onChange: (part: Partial<ActDraft>) => void
}

/** What the act itself is about: a new seal, a place, an order. */
function WhatFields({ act, exhibit, draft, onChange }: FieldsProps) {
  const { t, pick } = useLanguage()
  const kind = acts[act]
  return (
    <>
      {kind.corrects && (
        <Select
          label={t('exhibit.act.corrects')}
          data={exhibit.movements.map(({ seq, sentence }) => ({
            value: String(seq),
            label: `${seq} · ${pick(sentence)}`,
          }))}
          value={String(draft.correctsSeq)}
          onChange={(seq) => seq && onChange({ correctsSeq: Number(seq) })}
          allowDeselect={false}
        />
      )}
      {kind.newSeal && (
        <TextInput
          label={t('exhibit.sealNumber')}
          dir="ltr"
          required
          withAsterisk={false}
          data-autofocus
          value={draft.sealNumber}
          onChange={(event) => onChange({ sealNumber: event.currentTarget.value })}
        />
      )}
      {kind.place === 'needed' && (
        <PlacePicker
          label={t('exhibit.act.to')}
          focus
          value={draft.toPlaceId}
          onChange={(toPlaceId) => onChange({ toPlaceId })}
        />
      )}
      {kind.order && (
        <>
          <div className={page['fields']}>
            <Select
              label={t('exhibit.act.orderBy')}
              data={orderAuthorities.map((value) => ({ value, label: t(`exhibit.authority.${value}`) }))}
              value={draft.authority}
              onChange={(authority) => authority && onChange({ authority })}
              allowDeselect={false}
            />
            <TextInput
              label={t('exhibit.act.orderNumber')}
              dir="ltr"
              data-autofocus
              value={draft.orderNumber}
              onChange={(event) => onChange({ orderNumber: event.currentTarget.value })}
            />
            <DayInput
              label={t('exhibit.act.orderDate')}
              value={draft.orderDate}
              onChange={(orderDate) => onChange({ orderDate })}
            />
          </div>
          {(draft.orderNumber.trim() === '' || draft.orderDate === null) && (
            <p className={page['quiet']}>{t('exhibit.act.orderHint')}</p>
          )}
        </>
      )}
    </>
  )
}

/** When, under which seal, and in what words. */
function CircumstanceFields({ act, exhibit, draft, onChange }: FieldsProps) {
  const { t } = useLanguage()
  const kind = acts[act]
  const { words } = kind
  return (
    <>
      {!kind.corrects && (
        <div className={page['fields']}>
          <DateTimeInput
            label={t('exhibit.act.at')}
            description={t('exhibit.act.atHint')}
            value={draft.occurredAt}
            onChange={(occurredAt) => onChange({ occurredAt })}
          />
          {kind.expectedBack && (
            <DateTimeInput
              label={t('exhibit.act.expectedBack')}
              value={draft.expectedBack}
              onChange={(expectedBack) => onChange({ expectedBack })}
            />
          )}
          {kind.seesSeal && exhibit.sealState === 'sealed' && (
            <TextInput
              label={t('exhibit.act.sealSeen')}
              placeholder={exhibit.sealNumber ?? undefined}
              dir="ltr"
              value={draft.sealSeen}
              onChange={(event) => onChange({ sealSeen: event.currentTarget.value })}
            />
          )}
        </div>
      )}
      {kind.seesSeal && exhibit.sealState === 'sealed' && (
        <Checkbox
          label={t('exhibit.act.sealBroken')}
          checked={draft.sealBroken}
          onChange={(event) => onChange({ sealBroken: event.currentTarget.checked })}
        />
      )}
      {words && (
        <Textarea
          label={t(words.label)}
          dir="auto"
          autosize
          minRows={2}
          required={words.needed}
          withAsterisk={false}
          value={draft.words}
          onChange={(event) => onChange({ words: event.currentTarget.value })}
        />
      )}
    </>
  )
}
