import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { storeKinds, type StoreKind } from '#contracts/exhibits/lists.ts'
import { type Place, foundPlaceBody, placeChangedSchema } from '#contracts/exhibits/place.ts'
import { useCommand } from '../api/commands.ts'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { usePlaceText } from './exhibit-words.tsx'

/** Founds a room, a shelf or a box of one's own unit. */
export function FoundStoreDialog({
  places,
  onClose,
}: {
  readonly places: readonly Place[]
  readonly onClose: () => void
}) {
  const t = useT()
  const placeText = usePlaceText()
  const [typed, setTyped] = useState({ code: '', labelAr: '', labelFr: '', capacity: '' })
  const [kind, setKind] = useState<StoreKind>('shelf')
  const [parentId, setParent] = useState<string | null>(null)
  const found = useCommand(
    {
      path: '/exhibit-places',
      body: (body: z.output<typeof foundPlaceBody>) => body,
      answer: placeChangedSchema,
    },
    { refresh: [['/exhibit-places']], onDone: onClose },
  )
  const parents = places.filter((place) => place.can.foundWithin && (kind === 'box' || place.kind === 'room'))
  const body = foundPlaceBody.safeParse({
    kind,
    ...typed,
    capacity: typed.capacity.trim() || null,
    parentId: kind === 'room' ? null : parentId,
  })
  const ready = body.success && (kind === 'room' || parentId !== null)
  const field = (name: keyof typeof typed, dir: 'rtl' | 'ltr' | 'auto') => (
    <TextInput
      label={t(`store.${name}`)}
      dir={dir}
      value={typed[name]}
      data-autofocus={name === 'code' || undefined}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  return (
    <FormDialog
      id="store found run"
      title="store.found"
      error={found.error}
      ready={ready}
      pending={found.isPending}
      onRun={() => body.success && found.mutate(body.data)}
      onClose={onClose}
    >
      <div className={page['fields']}>
        <Select
          label={t('store.kind')}
          data={storeKinds.map((value) => ({ value, label: t(`exhibit.place.${value}`) }))}
          value={kind}
          onChange={(chosen) => chosen && setKind(chosen)}
          allowDeselect={false}
        />
        {field('code', 'ltr')}
        {kind !== 'room' && (
          <Select
            label={t('store.parent')}
            data={parents.map((place) => ({ value: place.id, label: placeText(place) }))}
            value={parentId}
            onChange={setParent}
            searchable
          />
        )}
      </div>
      {field('labelAr', 'rtl')}
      {field('labelFr', 'ltr')}
      {field('capacity', 'auto')}
    </FormDialog>
  )
}
