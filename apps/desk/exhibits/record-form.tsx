import { Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { CaseFile } from '#contracts/casework/case.ts'
import { pvListSchema } from '#contracts/documents/pv.ts'
import { exhibitOrigins } from '#contracts/exhibits/lists.ts'
import { read } from '../api/queries.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { focusFirst } from '../design/focus-first.ts'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { PartyFields } from './party-fields.tsx'
import { PlacePicker } from './place-picker.tsx'
import { type ChosenPhotos, type ItemDraft, type RecordDraft, handerOf, newItem } from './record-draft.ts'
import { RecordItem } from './record-item.tsx'
import type { Parties } from './use-parties.ts'

interface FormProps {
  readonly file: CaseFile
  readonly draft: RecordDraft
  /** Of the country. */
  readonly currency: string
  readonly parties: Parties
  readonly photos: ChosenPhotos
  readonly onPhotos: (photos: ChosenPhotos) => void
  readonly onChange: (part: Partial<RecordDraft>) => void
}

/** What the seizure has in common, then each thing. */
export function RecordForm(props: FormProps) {
  const { t, number } = useLanguage()
  const { file, draft, parties, photos, onPhotos, onChange } = props
  const setItem = (key: string, part: Partial<ItemDraft>): void =>
    onChange({ items: draft.items.map((item) => (item.key === key ? { ...item, ...part } : item)) })
  const add = (): void => {
    const highest = Math.max(...draft.items.map(({ key }) => Number(key)))
    onChange({ items: [...draft.items, newItem(String(highest + 1), draft.items.at(-1))] })
  }
  return (
    <form ref={focusFirst} className={page['reading']} onSubmit={(event) => event.preventDefault()}>
      <header className={page['head']}>
        <h1>{t('exhibit.record.title')}</h1>
        <p>
          <Ref>{file.reference}</Ref> {t('exhibit.record.kept')}
        </p>
      </header>
      <CommonFields {...props} />
      <Section title={t('exhibits.title')} count={number(draft.items.length)}>
        {draft.items.map((item, index) => (
          <RecordItem
            key={item.key}
            place={index + 1}
            item={item}
            currency={props.currency}
            parties={parties}
            photos={photos[item.key] ?? []}
            onPhotos={(files) => onPhotos({ ...photos, [item.key]: files })}
            onChange={(part) => setItem(item.key, part)}
            onRemove={
              draft.items.length > 1
                ? () => onChange({ items: draft.items.filter(({ key }) => key !== item.key) })
                : undefined
            }
          />
        ))}
        <ActButton
          id="exhibit item add"
          label="exhibit.record.addItem"
          keys="mod+i"
          inFields
          icon={IconPlus}
          size="xs"
          variant="default"
          onRun={add}
        />
      </Section>
    </form>
  )
}

function CommonFields({ file, draft, parties, onChange }: FormProps) {
  const { t, pick } = useLanguage()
  const pvs = useQuery(read(`/cases/${file.id}/pvs`, pvListSchema, { purpose: `case:${file.id}` }))
  const usable = (pvs.data?.items ?? []).filter(({ state }) => state !== 'abandoned')
  const choosePv = (pvId: string | null): void => {
    const at = usable.find(({ id }) => id === pvId)?.actAt
    // The PV says when it was: that is not typed again.
    onChange({ pvId, ...(at ? { takenAt: at } : {}) })
  }
  return (
    <Section title={t('exhibit.record.common')}>
      <div className={page['stack']}>
        <div className={page['fields']}>
          <Select
            label={t('exhibit.record.pv')}
            placeholder={t('exhibit.record.pvLater')}
            data={usable.map((each) => ({
              value: each.id,
              label: `${each.reference} · ${pick(each.labels)} · ${t(`pv.state.${each.state}`)}`,
            }))}
            value={draft.pvId}
            onChange={choosePv}
            searchable
            clearable
            data-autofocus
          />
          <Select
            label={t('exhibit.record.origin')}
            data={exhibitOrigins.map((value) => ({ value, label: t(`exhibit.origin.${value}`) }))}
            value={draft.origin}
            onChange={(origin) => origin && onChange({ origin })}
            allowDeselect={false}
          />
          <DateTimeInput
            label={t('exhibit.record.takenAt')}
            required
            value={draft.takenAt}
            onChange={(takenAt) => onChange({ takenAt })}
          />
        </div>
        <div className={page['fields']}>
          <Select
            label={t('exhibit.record.from')}
            placeholder={t('exhibit.record.nobody')}
            data={[...parties.people]}
            value={draft.heldFrom}
            onChange={(heldFrom) => onChange({ heldFrom })}
            searchable
            clearable
          />
          <PlacePicker
            label={t('exhibit.record.place')}
            placeholder={t('exhibit.record.inHand')}
            value={draft.placeId}
            onChange={(placeId) => onChange({ placeId })}
          />
        </div>
        <PartyFields
          label={t('party.handed')}
          parties={parties}
          value={handerOf(draft)}
          onChange={(handedBy) => onChange({ handedBy })}
        />
        <PartyFields
          label={t('party.received')}
          parties={parties}
          value={draft.receivedBy}
          onChange={(receivedBy) => onChange({ receivedBy })}
        />
      </div>
    </Section>
  )
}
