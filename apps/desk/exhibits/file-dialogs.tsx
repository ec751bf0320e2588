import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { fileAddedSchema, originalQuery, workingCopyBody } from '#contracts/exhibits/record.ts'
import { useCommand } from '../api/commands.ts'
import { addressOf } from '../api/http.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { exhibitRefresh } from './exhibits-api.ts'

interface FileDialogProps {
  readonly exhibit: Exhibit
  readonly file: Exhibit['fileList'][number]
  readonly onClose: () => void
}

/** A copy to work on: the server compares its digest with the original's while it copies. */
export function CopyDialog({ exhibit, file, onClose }: FileDialogProps) {
  const { t } = useLanguage()
  const [purpose, setPurpose] = useState('')
  const make = useCommand(
    {
      path: `/exhibits/${exhibit.id}/files/${file.id}/working-copies`,
      body: (body: { purpose: string }) => body,
      answer: fileAddedSchema,
      purpose: `case:${exhibit.caseId}`,
    },
    { refresh: exhibitRefresh(exhibit), onDone: onClose },
  )
  const body = workingCopyBody.safeParse({ purpose })
  return (
    <FormDialog
      id="exhibit copy run"
      title="exhibit.files.makeCopy"
      error={make.error}
      ready={body.success}
      pending={make.isPending}
      onRun={() => body.success && make.mutate(body.data)}
      onClose={onClose}
    >
      <TextInput
        label={t('exhibit.files.purpose')}
        dir="auto"
        data-autofocus
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

/** The original itself is opened for a stated reason only. */
export function OriginalDialog({ exhibit, file, onClose }: FileDialogProps) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const query = originalQuery.safeParse({ reason })
  const open = (): void => {
    if (!query.success) return
    window.open(addressOf(`/exhibits/${exhibit.id}/files/${file.id}/original`, query.data))
    onClose()
  }
  return (
    <FormDialog
      id="exhibit original run"
      title="exhibit.files.open"
      error={null}
      ready={query.success}
      pending={false}
      onRun={open}
      onClose={onClose}
    >
      <TextInput
        label={t('exhibit.files.reason')}
        description={t('exhibit.files.reasonHint')}
        dir="auto"
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
