import {
  IconCopy,
  IconDownload,
  IconEye,
  IconFileOff,
  IconFilePlus,
  IconPrinter,
  IconSignature,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { formListSchema } from '#contracts/documents/form.ts'
import type { Pv } from '#contracts/documents/pv.ts'
import { useCommand } from '../api/commands.ts'
import { addressOf } from '../api/http.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { ActButton } from '../keys/act-button.tsx'
import { ScreenSign } from './screen-sign.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { useT } from '../i18n/language.tsx'
import { AbandonDialog, CopyDialog } from './pv-dialogs.tsx'
import { PvRecord } from './pv-record.tsx'

/** What can be done with a PV now; the server says what that is. */
export function PvActs({ pv }: { readonly pv: Pv }) {
  const t = useT()
  const navigate = useNavigate()
  const sealed = pv.state === 'sealed'
  const [signing, setSigning] = useState(false)
  const [copying, setCopying] = useState(false)
  const [abandoning, setAbandoning] = useState(false)
  const forms = useQuery({ ...read('/pv-forms', formListSchema), staleTime: 600_000 })
  const additional = forms.data?.items.find((form) => form.act === 'additional')?.code
  const correct = useCommand(
    {
      path: '/drafts',
      body: () => ({
        id: uuidv7(),
        caseId: pv.caseId,
        form: additional,
        corrects: pv.id,
        actAt: new Date().toISOString(),
      }),
      answer: z.object({ id: z.uuid() }),
      purpose: `case:${pv.caseId}`,
    },
    { onDone: ({ id }) => void navigate({ to: '/drafts/$draftId', params: { draftId: id } }) },
  )
  return (
    <div className={page['padded']}>
      <div className={page['stack']}>
        <ActButton
          id="pv print"
          label={sealed ? 'pv.open' : 'pv.print'}
          keys="mod+p"
          icon={sealed ? IconEye : IconPrinter}
          fullWidth
          variant={pv.state === 'finalised' ? 'filled' : 'default'}
          onRun={() => window.open(addressOf(`/pvs/${pv.id}/pv.pdf`, { as: sealed ? 'screen' : 'print' }), '_blank')}
        />
        {sealed && (
          <ActButton
            id="pv print sealed"
            label="pv.printSealed"
            icon={IconPrinter}
            fullWidth
            variant="default"
            onRun={() => window.open(addressOf(`/pvs/${pv.id}/pv.pdf`, { as: 'print' }), '_blank')}
          />
        )}
        {pv.state !== 'abandoned' && (
          <ActButton
            id="pv download"
            label="pv.download"
            icon={IconDownload}
            fullWidth
            variant="default"
            onRun={() => window.location.assign(addressOf(`/pvs/${pv.id}/pv.pdf`, { as: 'download' }))}
          />
        )}
        {(pv.can.sign || pv.can.signOnScreen) && (
          <ActButton
            id="pv sign"
            label="pv.sign"
            keys="s"
            icon={IconSignature}
            fullWidth
            variant="default"
            onRun={() => setSigning(true)}
          />
        )}
        <ScreenSign pv={pv} />
        {pv.can.copy && (
          <ActButton
            id="pv copy"
            label="pv.copy.new"
            keys="c"
            icon={IconCopy}
            fullWidth
            variant="default"
            onRun={() => setCopying(true)}
          />
        )}
        {pv.can.correct && additional !== undefined && (
          <ActButton
            id="pv correct"
            label="pv.correct"
            icon={IconFilePlus}
            fullWidth
            variant="default"
            loading={correct.isPending}
            onRun={() => correct.mutate(undefined)}
          />
        )}
        {pv.can.abandon && (
          <ActButton
            id="pv abandon"
            label="pv.abandon"
            icon={IconFileOff}
            fullWidth
            variant="subtle"
            color="gray"
            onRun={() => setAbandoning(true)}
          />
        )}
        {correct.error && <Failure error={correct.error} />}
        <Link to="/cases/$caseId" params={{ caseId: pv.caseId }}>
          {t('line.openCase')}
        </Link>
      </div>
      <PvRecord pv={pv} />
      {signing && <SignDialog pv={pv} onClose={() => setSigning(false)} />}
      {copying && <CopyDialog pv={pv} onClose={() => setCopying(false)} />}
      {abandoning && <AbandonDialog pv={pv} onClose={() => setAbandoning(false)} />}
    </div>
  )
}
