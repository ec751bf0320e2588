import { ActionIcon, Select, TextInput, Textarea } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { exhibitKinds, measures } from '#contracts/exhibits/lists.ts'
import page from '../design/page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import classes from './exhibits.module.css'
import { PhotoInput } from './photo-input.tsx'
import { type ItemDraft, amountOf, measureOf } from './record-draft.ts'
import type { Parties } from './use-parties.ts'

interface ItemProps {
  readonly place: number
  readonly item: ItemDraft
  /** Of the country. */
  readonly currency: string
  readonly parties: Parties
  readonly photos: readonly File[]
  readonly onPhotos: (files: readonly File[]) => void
  readonly onChange: (part: Partial<ItemDraft>) => void
  readonly onRemove: (() => void) | undefined
}

/** One thing of a seizure: what it is, how much, its own numbers, its owner, its seal, its pictures. */
export function RecordItem({ place, photos, onPhotos, onRemove, ...props }: ItemProps) {
  const { t, number } = useLanguage()
  const { item, parties, onChange } = props
  const title = t('exhibit.record.item', { number: number(place) })
  return (
    <fieldset className={classes['item']} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {onRemove && (
          <ActionIcon aria-label={t('exhibit.record.removeItem')} variant="subtle" color="gray" onClick={onRemove}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </header>
      <Textarea
        label={t('exhibit.description')}
        dir="auto"
        autosize
        minRows={1}
        required
        withAsterisk={false}
        value={item.description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <div className={page['fields']}>
        <Select
          label={t('exhibit.kind')}
          data={exhibitKinds.map((value) => ({ value, label: t(`exhibit.kind.${value}`) }))}
          value={item.kind}
          onChange={(kind) => kind && onChange({ kind, measure: measureOf(kind) })}
          searchable
          allowDeselect={false}
        />
        <AmountFields {...props} />
        <TextInput
          label={t('exhibit.serials')}
          description={t('exhibit.serialsHint')}
          dir="ltr"
          value={item.serials}
          onChange={(event) => onChange({ serials: event.currentTarget.value })}
        />
        <TextInput
          label={t('exhibit.sealNumber')}
          description={t('exhibit.sealHint')}
          dir="ltr"
          value={item.sealNumber}
          onChange={(event) => onChange({ sealNumber: event.currentTarget.value })}
        />
      </div>
      <div className={page['fields']}>
        <Select
          label={t('exhibit.owner')}
          placeholder={t('exhibit.ownerUnknown')}
          data={[...parties.people]}
          value={item.owner}
          onChange={(owner) => onChange({ owner })}
          searchable
          clearable
        />
        <TextInput
          label={t('exhibit.foundAt')}
          dir="auto"
          value={item.foundAt}
          onChange={(event) => onChange({ foundAt: event.currentTarget.value })}
        />
        <TextInput
          label={t('exhibit.distinguishing')}
          dir="auto"
          value={item.distinguishing}
          onChange={(event) => onChange({ distinguishing: event.currentTarget.value })}
        />
      </div>
      <PhotoInput files={photos} onChange={onPhotos} />
    </fieldset>
  )
}

function AmountFields({
  item,
  currency,
  parties,
  onChange,
}: Pick<ItemProps, 'item' | 'currency' | 'parties' | 'onChange'>) {
  const { t } = useLanguage()
  const bad = item.quantity.trim() !== '' && amountOf(item.quantity) === undefined
  return (
    <>
      <TextInput
        label={t('exhibit.quantity')}
        dir="ltr"
        inputMode="decimal"
        value={item.quantity}
        error={bad}
        onChange={(event) => onChange({ quantity: event.currentTarget.value })}
      />
      <Select
        label={t('exhibit.measure')}
        data={measures.map((value) => ({ value, label: t(`exhibit.measure.${value}`) }))}
        value={item.measure}
        onChange={(measure) => measure && onChange({ measure })}
        allowDeselect={false}
      />
      {item.measure === 'currency' && (
        <>
          <TextInput
            label={t('exhibit.currency')}
            dir="ltr"
            maxLength={3}
            placeholder={currency}
            value={item.currency}
            onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
          />
          <Select
            label={t('exhibit.countedWith')}
            data={[...parties.officers]}
            value={item.countedWith}
            onChange={(countedWith) => onChange({ countedWith })}
            searchable
            clearable
          />
        </>
      )}
    </>
  )
}
