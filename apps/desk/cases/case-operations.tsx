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
import { type CaseAbility, type CaseFile, caseChangedSchema, readersSchema } from '#contracts/casework/case.ts'
import { useQuery } from '@tanstack/react-query'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { caseRefresh } from './case-api.ts'
import { type Operation, OperationDialog } from './operation-dialog.tsx'
import classes from './case-page.module.css'

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
      body: (given: 'accepted' | 'refused') => ({ answer: given }),
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
              onRun={() => answer.mutate('accepted')}
            />
            <ActButton
              id="refuse"
              label="case.transfer.refuse"
              fullWidth
              variant="default"
              onRun={() => answer.mutate('refused')}
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
      {file.access.length > 0 && <AccessList file={file} />}
      {file.can.seeReaders && <Readers caseId={file.id} />}
    </Section>
  )
}

function AccessList({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  return (
    <Section title={t('case.access')}>
      <ul>
        {file.access.map((each) => (
          <li key={`${each.officer.id}-${each.kind}`} className={classes['note']}>
            <bdi>{locale === 'ar' ? each.officer.nameAr : each.officer.nameLatin}</bdi>
            {' · '}
            {t(`case.access.${each.kind}`)}
            {each.until && (
              <>
                {' · '}
                {t('account.ends')} <When at={each.until} form="moment" />
              </>
            )}
            {each.reason && <p dir="auto">{each.reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Readers({ caseId }: { readonly caseId: string }) {
  const { t, locale } = useLanguage()
  const [shown, setShown] = useState(false)
  const readers = useQuery({
    ...read(`/cases/${caseId}/readers`, readersSchema, { purpose: `case:${caseId}` }),
    enabled: shown,
  })
  return (
    <>
      <ActButton
        id="readers"
        label="case.readers"
        keys="v"
        fullWidth
        size="xs"
        variant="subtle"
        onRun={() => setShown((on) => !on)}
      />
      {shown && readers.isPending && <Loading lines={3} />}
      {shown && readers.error && <Failure error={readers.error} />}
      {shown && readers.data?.items.length === 0 && <p className={page['quiet']}>{t('case.readers.none')}</p>}
      {shown && (
        <ul>
          {readers.data?.items.map((item) => (
            <li key={item.id} className={classes['note']}>
              <bdi>
                {item.officer
                  ? locale === 'ar'
                    ? item.officer.nameAr
                    : item.officer.nameLatin
                  : t('case.history.system')}
              </bdi>
              {' · '}
              <When at={item.at} />
              <p>
                <bdi>{item.sentence}</bdi>
              </p>
              {item.purpose?.reason && (
                <small>
                  {t('case.readers.purpose')}: <bdi>{item.purpose.reason}</bdi>
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
