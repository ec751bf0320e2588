import { Checkbox, Select, TextInput } from '@mantine/core'
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
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { formListSchema } from '#contracts/documents/form.ts'
import { type Pv, abandonReasons, pvCopiedSchema, pvSchema, pvStateSchema } from '#contracts/documents/pv.ts'
import { useCommand } from '../api/commands.ts'
import { addressOf } from '../api/http.ts'
import { read } from '../api/queries.ts'
import { pvTones } from '../cases/case-acts.tsx'
import caseClasses from '../cases/case-page.module.css'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { Panes } from '../shell/panes.tsx'
import classes from './pv.module.css'
import { pvRefresh } from './pv-refresh.ts'
import { ScreenSign } from './screen-sign.tsx'
import { SignDialog } from './sign-dialog.tsx'

/** A PV that has its number: printed, signed, sealed, copied; never changed. */
export function PvPage() {
  const { pvId } = useParams({ from: '/pvs/$pvId' })
  const { data: pv, error, refetch } = useQuery(read(`/pvs/${pvId}`, pvSchema))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!pv) return <Loading lines={12} />
  return <Panes name="pv" file={<PvText key={pv.id} pv={pv} />} act={<PvActs key={pv.id} pv={pv} />} />
}

function PvText({ pv }: { readonly pv: Pv }) {
  const { t, pick, locale } = useLanguage()
  return (
    <article className={page['reading']}>
      <header className={caseClasses['head']}>
        <div className={caseClasses['reference']}>
          <Ref strong>{pv.reference}</Ref>
          <StateChip tone={pvTones[pv.state]}>{t(`pv.state.${pv.state}`)}</StateChip>
          <span className={page['quiet']}>{t('pv.pages', { count: pv.pages })}</span>
        </div>
        <h1>{pick(pv.labels)}</h1>
        <p>
          {t('pv.author')} <bdi>{locale === 'ar' ? pv.author.nameAr : pv.author.nameLatin}</bdi>
          {pv.draftedBy.id !== pv.author.id && (
            <>
              {' · '}
              {t('pv.draftedBy')} <bdi>{locale === 'ar' ? pv.draftedBy.nameAr : pv.draftedBy.nameLatin}</bdi>
            </>
          )}
          {pv.actAt && (
            <>
              {' · '}
              <When at={pv.actAt} />
            </>
          )}
        </p>
      </header>
      <section aria-label={t('pv.text')} className={classes['sheet']} dir="auto" lang={pv.formData.language}>
        {pv.text}
      </section>
      {pv.sealedHash && (
        <Facts>
          <Fact name={t('pv.hash')}>
            <bdi dir="ltr" className={classes['hash']}>
              {pv.sealedHash}
            </bdi>
          </Fact>
        </Facts>
      )}
    </article>
  )
}

function PvActs({ pv }: { readonly pv: Pv }) {
  const { t, pick, number, locale } = useLanguage()
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
      {pv.remarks.length + pv.signingRemarks.length > 0 && (
        <Section title={t('pv.remarks')} count={number(pv.remarks.length + pv.signingRemarks.length)}>
          <ul>
            {[...pv.remarks, ...pv.signingRemarks].map((remark, index) => (
              <li key={index} className={caseClasses['note']}>
                <StateChip tone="soon">{t('pv.checks.warns')}</StateChip> {pick(remark.text)}{' '}
                {remark.articles.length > 0 && (
                  <small>{t('pv.articles', { articles: remark.articles.join('، ') })}</small>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {pv.signatures.length > 0 && (
        <Section title={t('pv.signatures')}>
          <ul>
            {pv.signatures.map((signature) => (
              <li key={`${signature.code} ${signature.key}`} className={caseClasses['note']}>
                <bdi>
                  {pv.toSign.find(({ key, code }) => key === signature.key && code === signature.code)?.name ??
                    signature.key}
                </bdi>
                {' · '}
                {t(`pv.sign.how.${signature.how}`)}
                {signature.review && (
                  <>
                    {' · '}
                    {t(`review.done.${signature.review.how}`)} <When at={signature.review.at} form="time" />
                  </>
                )}
                {signature.reason && <p dir="auto">{signature.reason}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {pv.copies.length > 0 && (
        <Section title={t('pv.copies')}>
          <ul>
            {pv.copies.map((copy) => (
              <li key={copy.id} className={caseClasses['note']}>
                <a href={addressOf(`/pvs/${pv.id}/copies/${copy.id}/copy.pdf`)} target="_blank" rel="noreferrer">
                  {t('pv.copy.number', { number: copy.number })}
                </a>
                {copy.certified && ` · ${t('pv.copy.certified')}`}
                <p dir="auto">{copy.purpose}</p>
                <small>
                  <bdi>{locale === 'ar' ? copy.issuedBy.nameAr : copy.issuedBy.nameLatin}</bdi> ·{' '}
                  <When at={copy.issuedAt} />
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {signing && <SignDialog pv={pv} onClose={() => setSigning(false)} />}
      {copying && <CopyDialog pv={pv} onClose={() => setCopying(false)} />}
      {abandoning && <AbandonDialog pv={pv} onClose={() => setAbandoning(false)} />}
    </div>
  )
}

function CopyDialog({ pv, onClose }: { readonly pv: Pv; readonly onClose: () => void }) {
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

function AbandonDialog({ pv, onClose }: { readonly pv: Pv; readonly onClose: () => void }) {
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
