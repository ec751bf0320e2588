import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { certifyChainBody, chainCertifiedSchema } from '#contracts/exhibits/record.ts'
import { useCommand } from '../api/commands.ts'
import { tell } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { exhibitRefresh } from './exhibits-api.ts'

/** Claims that the chain is unbroken up to now; the server says no where it is not. */
export function CertifyDialog({ exhibit, onClose }: { readonly exhibit: Exhibit; readonly onClose: () => void }) {
  const t = useT()
  const [purpose, setPurpose] = useState('')
  const certify = useCommand(
    {
      path: `/exhibits/${exhibit.id}/certificates`,
      body: (body: z.output<typeof certifyChainBody>) => body,
      answer: chainCertifiedSchema,
      purpose: `case:${exhibit.caseId}`,
    },
    {
      refresh: exhibitRefresh(exhibit),
      onDone: () => {
        tell(t('exhibit.act.certified'))
        onClose()
      },
    },
  )
  const body = certifyChainBody.safeParse({ baseVersion: exhibit.version, purpose })
  return (
    <FormDialog
      id="exhibit certify run"
      title="exhibit.act.certify"
      error={certify.error}
      ready={body.success}
      pending={certify.isPending}
      onRun={() => body.success && certify.mutate(body.data)}
      onClose={onClose}
    >
      <TextInput
        label={t('exhibit.act.certifyPurpose')}
        dir="auto"
        data-autofocus
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
