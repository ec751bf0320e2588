import {
  IconArrowForwardUp,
  IconGavel,
  IconLock,
  IconLockOpen,
  IconPlayerPlay,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { type CaseAbility, type CaseFile, caseChangedSchema } from '#contracts/casework/case.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { CaseAccess } from './case-access.tsx'
import { caseRefresh } from './case-api.ts'
import { type Operation, OperationDialog } from './operation-dialog.tsx'
import classes from './case-page.module.css'
import { CaseReaders } from './case-readers.tsx'

const withDialog = [
  { operation: 'assign', label: 'case.assign', keys: 's', icon: IconUserCheck },
  { operation: 'transfer', label: 'case.transfer', keys: 'm', icon: IconArrowForwardUp },
  { operation: 'awaitProsecutor', label: 'case.await', keys: 'w', icon: IconGavel },
  { operation: 'close', label: 'case.close', keys: 'x', icon: IconX },
  { operation: 'reopen', label: 'case.reopen', keys: 'o', icon: IconPlayerPlay },
  { operation: 'seal', label: 'case.seal', icon: IconLock },
  { operation: 'unseal', label: 'case.unseal', icon: IconLockOpen },
] as const satisfies readonly { operation: Operation & CaseAbility; [more: string]: unknown }[]

/** What the officer may do with the file as a whole; the server says what that is. */
export function CaseOperations({ file }: { readonly file: CaseFile }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState<Operation>()
  const refresh = caseRefresh(file.id)
  const purpose = `case:${file.id}`
  const resume = useCommand(
    {
      path: `/cases/${file.id}/resumption`,
      body: () => ({ baseVersion: file.version }),
      answer: caseChangedSchema,
      purpose,
    },
    { refresh },
  )
  const withdraw = useCommand(
    { path: `/cases/${file.id}/transfer/withdrawal`, body: () => ({}), answer: caseChangedSchema, purpose },
    { refresh },
  )
  const answer = useCommand(
    {
      path: `/cases/${file.id}/transfer/answer`,
      body: () => ({ answer: 'accepted' }),
      answer: z.object({ id: z.uuid() }),
      purpose,
    },
    { refresh },
  )
  const error = resume.error ?? withdraw.error ?? answer.error
  return (
    <Section title={t('case.more')}>
      <div className={classes['ops']}>
        {file.can.answerTransfer && (
          <>
            <ActButton
              id="accept"
              label="case.transfer.accept"
              keys="y"
              fullWidth
              loading={answer.isPending}
              onRun={() => answer.mutate(undefined)}
            />
            <ActButton
              id="refuse"
              label="case.transfer.refuse"
              fullWidth
              variant="default"
              onRun={() => setOpen('refuseTransfer')}
            />
          </>
        )}
        {file.can.resume && (
          <ActButton
            id="resume"
            label="case.resume"
            keys="r"
            fullWidth
            variant="default"
            icon={IconPlayerPlay}
            loading={resume.isPending}
            onRun={() => resume.mutate(undefined)}
          />
        )}
        {file.can.withdrawTransfer && (
          <ActButton
            id="withdraw"
            label="case.transfer.withdraw"
            fullWidth
            variant="default"
            onRun={() => withdraw.mutate(undefined)}
          />
        )}
        {withDialog
          .filter(({ operation }) => file.can[operation])
          .map(({ operation, ...button }) => (
            <ActButton
              key={operation}
              id={operation}
              {...button}
              fullWidth
              variant="default"
              onRun={() => setOpen(operation)}
            />
          ))}
      </div>
      {error && <Failure error={error} />}
      {open && <OperationDialog operation={open} file={file} onClose={() => setOpen(undefined)} />}
      {file.access.length > 0 && <CaseAccess file={file} />}
      {file.can.seeReaders && <CaseReaders caseId={file.id} />}
    </Section>
  )
}
