import { TextInput, Textarea } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useCommand } from '../api/commands.ts'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { useMay, useMe } from '../session/me.tsx'

/** Opens a sealed file for three hours, with a reason; those who answer for it are told at once. */
export function EmergencyAccess() {
  const may = useMay('case.emergency-access')
  const [opened, setOpened] = useState(false)
  if (!may) return null
  return (
    <>
      <ActButton
        id="emergency"
        label="case.emergency"
        icon={IconUrgent}
        variant="default"
        size="xs"
        onRun={() => setOpened(true)}
      />
      {opened && <Ask onClose={() => setOpened(false)} />}
    </>
  )
}

function Ask({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const { unit } = useMe()
  const [unitId, setUnit] = useState<string | null>(unit.id)
  const [reference, setReference] = useState('')
  const [reason, setReason] = useState('')
  const open = useCommand(
    {
      path: '/emergency-access',
      body: (body: { unitId: string | null; reference: string; reason: string }) => body,
      answer: z.object({ id: z.uuid() }),
    },
    {
      refresh: [['/cases']],
      onDone: ({ id }) => {
        onClose()
        void navigate({ to: '/cases/$caseId', params: { caseId: id }, search: (before) => before })
      },
    },
  )
  const run = (): void => open.mutate({ unitId, reference: reference.trim(), reason: reason.trim() })
  const ready = unitId !== null && reference.trim() !== '' && reason.trim().length >= 10
  return (
    <FormDialog
      id="emergency open"
      title="case.emergency"
      label="case.emergency.open"
      error={open.error}
      ready={ready}
      pending={open.isPending}
      onRun={run}
      onClose={onClose}
    >
      <p>{t('case.emergency.why')}</p>
      <UnitPicker label={t('case.transfer.to')} value={unitId} onChange={setUnit} />
      <TextInput
        label={t('case.emergency.reference')}
        dir="ltr"
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <Textarea
        label={t('case.emergency.reason')}
        dir="auto"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
