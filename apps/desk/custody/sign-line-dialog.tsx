import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { type Custody, signCustodyBody } from '#contracts/custody/custody.ts'
import { useCommand } from '../api/commands.ts'
import { tell } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { custodyRefresh } from './custody-api.ts'

const ways = signCustodyBody.shape.person.options
type Way = (typeof ways)[number]

/** The line of the register is signed at the end: by the officer, stepped up, and by the person, or it is said why not. */
export function SignLineDialog({ held, onClose }: { readonly held: Custody; readonly onClose: () => void }) {
  const t = useT()
  const [person, setPerson] = useState<Way>('signed')
  const [reason, setReason] = useState('')
  const asks = person === 'refused' || person === 'unable'
  const sign = useCommand(
    {
      path: `/custodies/${held.id}/signature`,
      body: (body: z.input<typeof signCustodyBody>) => body,
      answer: z.object({ signedAt: z.iso.datetime({ offset: true }) }),
      purpose: `custody:${held.id}`,
    },
    {
      refresh: custodyRefresh(held.id),
      onDone: () => {
        tell(t('custody.signed'))
        onClose()
      },
    },
  )
  const ready = !asks || reason.trim() !== ''
  const run = (): void => {
    if (ready) sign.mutate({ person, ...(asks ? { reason: reason.trim() } : {}) })
  }
  return (
    <FormDialog
      id="custody sign run"
      title="custody.do.sign"
      error={sign.error}
      ready={ready}
      pending={sign.isPending}
      onRun={run}
      onClose={onClose}
    >
      <p>{t('custody.sign.body')}</p>
      <SegmentedControl
        fullWidth
        aria-label={t('custody.sign.person')}
        data={ways.map((value) => ({ value, label: t(`custody.signed.${value}`) }))}
        value={person}
        onChange={setPerson}
        data-autofocus
      />
      {asks && (
        <TextInput
          label={t('custody.sign.reason')}
          dir="auto"
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
