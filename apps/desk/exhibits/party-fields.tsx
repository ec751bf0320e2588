import { Select, TextInput } from '@mantine/core'
import { outsideCapacities } from '#contracts/exhibits/lists.ts'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { type PartyDraft, outside } from './party-draft.ts'
import type { Parties } from './use-parties.ts'

/** Names one person of a movement: someone known in one choice, anyone else by name and capacity. */
export function PartyFields({
  label,
  parties,
  value,
  onChange,
}: {
  readonly label: string
  readonly parties: Parties
  readonly value: PartyDraft
  readonly onChange: (value: PartyDraft) => void
}) {
  const t = useT()
  return (
    <div className={page['fields']}>
      <Select
        label={label}
        data={parties.groups.map(({ group, items }) => ({ group, items: [...items] }))}
        value={value.who}
        onChange={(who) => onChange({ ...value, who })}
        searchable
        limit={80}
      />
      {value.who === outside && (
        <>
          <TextInput
            label={`${label} · ${t('party.name')}`}
            dir="auto"
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
          />
          <Select
            label={`${label} · ${t('party.capacity')}`}
            data={outsideCapacities.map((each) => ({ value: each, label: t(`exhibit.capacity.${each}`) }))}
            value={value.capacity}
            onChange={(capacity) => capacity && onChange({ ...value, capacity })}
            allowDeselect={false}
          />
        </>
      )}
    </div>
  )
}
