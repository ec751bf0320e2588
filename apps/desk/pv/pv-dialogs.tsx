import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Pv, abandonReasons, pvCopiedSchema, pvStateSchema } from '#contracts/documents/pv.ts'
import { useCommand } from '../api/commands.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { pvRefresh } from './pv-refresh.ts'

/** Asks for what a copy is needed, and whether it is certified. */
export function CopyDialog({ pv, onClose }: { readonly pv: Pv; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [purpose, setPurpose] = useState('')
  const [certified, setCertified] = useState(false)
  const make = useCommand(
    {
      path: `/pvs/${pv.id}/copies`,
      body: (input: { purpose: string; certified: boolean }) => input,
      answer: pvCopiedSchema,
      purpose: `case:${pv.caseId}`,
    },
    { refresh: pvRefresh(pv), onDone: onClose },
  )
  const ready = purpose.trim().length > 2
  return (
    <FormDialog
      id="pv copy make"
      title="pv.copy.new"
      label="pv.copy.make"
      error={make.error}
      ready={ready}
      pending={make.isPending}
      onRun={() => make.mutate({ purpose: purpose.trim(), certified })}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('pv.copy.purpose')}
        dir="auto"
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Checkbox
        label={t('pv.copy.certified')}
        checked={certified}
        onChange={(event) => setCertified(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}

/** Asks why a PV is given up unsigned. */
export function AbandonDialog({ pv, onClose }: { readonly pv: Pv; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [reason, setReason] = useState<(typeof abandonReasons)[number] | null>(null)
  const abandon = useCommand(
    {
      path: `/pvs/${pv.id}/abandon`,
      body: (code: (typeof abandonReasons)[number]) => ({ reason: code }),
      answer: pvStateSchema,
      purpose: `case:${pv.caseId}`,
    },
    { refresh: pvRefresh(pv), onDone: onClose },
  )
  return (
    <FormDialog
      id="pv abandon run"
      title="pv.abandon"
      error={abandon.error}
      ready={reason !== null}
      pending={abandon.isPending}
      onRun={() => reason && abandon.mutate(reason)}
      onClose={onClose}
    >
      <Select
        data-autofocus
        label={t('step.why')}
        data={abandonReasons.map((value) => ({ value, label: t(`pv.abandon.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  )
}
