import { Button, TextInput } from '@mantine/core'
import { IconFileText, IconLock, IconTrash } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { draftStateSchema, finalisedSchema } from '#contracts/documents/draft.ts'
import { useCommand } from '../api/commands.ts'
import { addressOf } from '../api/http.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { SavedAt } from '../design/saved-at.tsx'
import { Section } from '../design/section.tsx'
import { offerUndo, tell } from '../design/undo.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { Panes } from '../shell/panes.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { KeptAside } from './kept-aside.tsx'
import { PvField } from './pv-field.tsx'
import classes from './pv.module.css'
import { ReadBack } from './read-back.tsx'
import { useSupervisor } from './supervisor-choice.tsx'
import { type DraftHandle, useDraft } from './use-draft.ts'

/** A PV being written: the form at the middle, what the checks say at the side. */
export function DraftPage() {
  const { draftId } = useParams({ from: '/drafts/$draftId' })
  return <OneDraft key={draftId} draftId={draftId} />
}

function OneDraft({ draftId }: { readonly draftId: string }) {
  const handle = useDraft(draftId)
  const { draft, content, error } = handle
  if (!draft || !content) return error ? <Failure error={error} /> : <Loading lines={12} />
  return (
    <Panes
      name="draft"
      file={<Writing key={draft.id} handle={handle} draft={draft} content={content} />}
      act={<DraftActs key={draft.id} handle={handle} draft={draft} content={content} />}
    />
  )
}

export interface OpenDraft {
  readonly handle: DraftHandle
  readonly draft: NonNullable<DraftHandle['draft']>
  readonly content: NonNullable<DraftHandle['content']>
}

function Writing({ handle, draft, content }: OpenDraft) {
  const { t, pick } = useLanguage()
  const { saved, phase, takePen, error } = handle
  return (
    <article className={page['reading']}>
      <header className={classes['head']}>
        <div>
          <p>
            {draft.caseReference && <Ref strong>{draft.caseReference}</Ref>} · {t('pv.draft')}
          </p>
          <h1>{draft.labels ? pick(draft.labels) : draft.form}</h1>
        </div>
        <SavedAt state={saved} />
      </header>
      {(phase === 'held' || phase === 'parted') && (
        <div className={classes['held']} role="alert">
          <p>{t(`draft.${phase}`)}</p>
          <Button size="xs" onClick={() => void takePen()}>
            {t('draft.takePen')}
          </Button>
        </div>
      )}
      {error !== undefined && error !== null && <Failure error={error} />}
      <div inert={phase === 'held' || phase === 'opening'}>
        <Form handle={handle} draft={draft} content={content} />
      </div>
    </article>
  )
}

function Form({ handle, draft, content }: OpenDraft) {
  const { t, pick } = useLanguage()
  const { change } = handle
  return (
    <>
      <div className={page['fields']}>
        <DateTimeInput
          label={t('pv.actAt')}
          value={content.actAt}
          onChange={(actAt) => change((before) => ({ ...before, actAt }))}
        />
        <DateTimeInput
          label={t('pv.draftedAt')}
          value={content.draftedAt ?? null}
          onChange={(draftedAt) => change((before) => ({ ...before, draftedAt }))}
        />
        <TextInput
          label={t('pv.place')}
          placeholder={t('pv.placeNote')}
          dir="auto"
          value={content.place ?? ''}
          onChange={(event) => {
            const place = event.currentTarget.value || null
            change((before) => ({ ...before, place }))
          }}
        />
      </div>
      {!draft.formData && <p className={page['quiet']}>{t('pv.formGone')}</p>}
      {draft.formData?.sections.map((section) => (
        <Section key={section.id} title={pick(section.labels)}>
          {section.fields.map((field) => (
            <PvField key={field.id} field={field} content={content} people={draft.people} onChange={change} />
          ))}
        </Section>
      ))}
    </>
  )
}

function DraftActs({ handle, draft, content }: OpenDraft) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const [blocked, setBlocked] = useState(0)
  const [sending, setSending] = useState(false)
  const supervisor = useSupervisor(draft.id, content.actAt)
  const finalise = useCommand(
    {
      path: `/drafts/${draft.id}/finalise`,
      body: (seq: number) => ({ seq, ...supervisor.body }),
      answer: finalisedSchema,
      purpose: `case:${draft.caseId}`,
    },
    {
      refresh: [[`/cases/${draft.caseId}`], [`/cases/${draft.caseId}/pvs`], ['/drafts'], ['/pvs/to-sign']],
      onDone: ({ id, reference }) => {
        void handle.forget()
        tell(t('pv.finalised', { reference }))
        void navigate({ to: '/pvs/$pvId', params: { pvId: id } })
      },
    },
  )
  const restore = useCommand(
    { path: `/drafts/${draft.id}/restore`, body: () => ({}), answer: draftStateSchema },
    {
      refresh: [['/drafts'], [`/drafts/${draft.id}`]],
      onDone: () => void navigate({ to: '/drafts/$draftId', params: { draftId: draft.id } }),
    },
  )
  const discard = useCommand(
    { path: `/drafts/${draft.id}/discard`, body: () => ({}), answer: draftStateSchema },
    {
      refresh: [['/drafts']],
      onDone: () => {
        offerUndo({ text: t('pv.discarded'), undoText: t('common.undo'), onUndo: () => restore.mutate(undefined) })
        void navigate({ to: '/cases/$caseId', params: { caseId: draft.caseId } })
      },
    },
  )
  /** Goes on once the server has everything typed; where it cannot have it, the page says why. */
  const whenSaved = async (next: (seq: number) => void): Promise<void> => {
    setSending(true)
    try {
      next(await handle.flush())
    } catch {
      // Shown with the text, by its own state.
    } finally {
      setSending(false)
    }
  }
  const close = (): Promise<void> => whenSaved((seq) => finalise.mutate(seq))
  const preview = (): Promise<void> =>
    whenSaved(() => window.open(addressOf(`/drafts/${draft.id}/preview.pdf`), '_blank'))
  return (
    <div className={page['padded']}>
      <div className={page['stack']}>
        {supervisor.picker}
        <ActButton
          id="pv finalise"
          label="pv.finalise"
          keys="mod+enter"
          icon={IconLock}
          inFields
          fullWidth
          disabled={blocked > 0 || supervisor.open}
          loading={finalise.isPending || sending}
          onRun={() => void close()}
        />
        <ActButton
          id="pv preview"
          label="pv.preview"
          keys="mod+p"
          icon={IconFileText}
          inFields
          fullWidth
          variant="default"
          onRun={() => void preview()}
        />
        <ReadBack handle={handle} draft={draft} content={content} />
        {finalise.error && <Failure error={finalise.error} />}
      </div>
      <KeptAside handle={handle} draft={draft} content={content} />
      <ChecksPanel handle={handle} draft={draft} content={content} onBlocking={setBlocked} />
      <div className={page['stack']}>
        <ActButton
          id="pv discard"
          label="pv.discard"
          icon={IconTrash}
          fullWidth
          variant="subtle"
          color="gray"
          loading={discard.isPending}
          onRun={() => discard.mutate(undefined)}
        />
      </div>
    </div>
  )
}
