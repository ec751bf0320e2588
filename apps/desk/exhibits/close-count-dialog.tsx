import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { type Stocktaking, closeStocktakingBody, stocktakingClosedSchema } from '#contracts/exhibits/stocktaking.ts'
import { useCommand } from '../api/commands.ts'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { OfficerPicker } from '../organisation/pickers.tsx'
import { useMe } from '../session/me.tsx'

/** Two persons close a count; nothing moves by it. */
export function CloseCountDialog({ count, onClose }: { readonly count: Stocktaking; readonly onClose: () => void }) {
  const t = useT()
  const { officer } = useMe()
  const [withId, setWith] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tasks, setTasks] = useState(true)
  const close = useCommand(
    {
      path: `/exhibit-stocktakings/${count.id}/closure`,
      body: (body: z.output<typeof closeStocktakingBody>) => body,
      answer: stocktakingClosedSchema,
    },
    {
      refresh: [[`/exhibit-stocktakings/${count.id}`], ['/exhibit-stocktakings'], ['/exhibit-places']],
      onDone: onClose,
    },
  )
  const body = closeStocktakingBody.safeParse({ withOfficerId: withId, note: note.trim() || null, tasks })
  return (
    <FormDialog
      id="count close run"
      title="count.close"
      error={close.error}
      ready={body.success}
      pending={close.isPending}
      onRun={() => body.success && close.mutate(body.data)}
      onClose={onClose}
    >
      <p>{t('count.closeBody')}</p>
      <OfficerPicker
        label={t('count.with')}
        unitId={count.place.unitId}
        except={officer.id}
        value={withId}
        onChange={setWith}
      />
      <Checkbox label={t('count.tasks')} checked={tasks} onChange={(event) => setTasks(event.currentTarget.checked)} />
      <Textarea
        label={t('exhibit.act.note')}
        dir="auto"
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
