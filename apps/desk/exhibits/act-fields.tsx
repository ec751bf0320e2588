import { Checkbox, Select, TextInput, Textarea } from '@mantine/core'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { orderAuthorities } from '#contracts/exhibits/lists.ts'
import { DateTimeInput, DayInput } from '../design/date-time-input.tsx'
import page from '../design/page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import type { ActDraft } from './act-draft.ts'
import { type ActId, acts } from './act-kinds.ts'
import { PlacePicker } from './place-picker.tsx'

interface FieldsProps {
  readonly act: ActId
  readonly exhibit: Exhibit
  readonly draft: ActDraft
  readonly onChange: (part: Partial<ActDraft>) => void
}

/** What the act itself is about: a new seal, a place, an order. */
export function WhatFields({ act, exhibit, draft, onChange }: FieldsProps) {
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
          {kind.order === 'hinted' && (draft.orderNumber.trim() === '' || draft.orderDate === null) && (
            <p className={page['quiet']}>{t('exhibit.act.orderHint')}</p>
          )}
        </>
      )}
    </>
  )
}

/** When, under which seal, and in what words. */
export function CircumstanceFields({ act, exhibit, draft, onChange }: FieldsProps) {
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
              description={t('exhibit.act.sealSeenHint')}
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
          description={words.hint && t(words.hint)}
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
