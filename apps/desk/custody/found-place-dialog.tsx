import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { foundPlaceBody } from '#contracts/custody/place.ts'
import { useCommand } from '../api/commands.ts'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { useMe } from '../session/me.tsx'

/** Enters a place of custody of one's own unit. */
export function FoundPlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { unit } = useMe()
  const [typed, setTyped] = useState({ code: '', nameAr: '', nameFr: '' })
  const [prosecutorUnitId, setProsecutor] = useState<string | null>(null)
  const send = useCommand(
    {
      path: '/custody-places',
      body: (body: z.input<typeof foundPlaceBody>) => body,
      answer: z.object({ id: z.uuid() }),
    },
    { refresh: [['/custody-places']], onDone: onClose },
  )
  const body = foundPlaceBody.safeParse({ unitId: unit.id, ...typed, prosecutorUnitId })
  const run = (): void => {
    if (body.success) send.mutate(body.data)
  }
  const field = (name: keyof typeof typed, dir: 'rtl' | 'ltr', focus = false) => (
    <TextInput
      label={t(`place.${name}`)}
      dir={dir}
      required
      withAsterisk={false}
      data-autofocus={focus || undefined}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  return (
    <FormDialog
      id="place run"
      title="place.found"
      error={send.error}
      ready={body.success}
      pending={send.isPending}
      onRun={run}
      onClose={onClose}
    >
      {field('nameAr', 'rtl', true)}
      {field('nameFr', 'ltr')}
      {field('code', 'ltr')}
      <UnitPicker label={t('place.prosecutor')} kind="parquet" value={prosecutorUnitId} onChange={setProsecutor} />
    </FormDialog>
  )
}
