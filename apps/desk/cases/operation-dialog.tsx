import { Select, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { type CaseFile } from '#contracts/casework/case.ts'
import { closeReasons } from '#contracts/casework/case-states.ts'
import { sealReasons } from '#contracts/casework/seals.ts'
import { useCommand } from '../api/commands.ts'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { FormDialog } from '../keys/form-dialog.tsx'
import { OfficerPicker, OfficersPicker, UnitPicker } from '../organisation/pickers.tsx'
import { caseRefresh } from './case-api.ts'

export type Operation =
  'assign' | 'transfer' | 'refuseTransfer' | 'awaitProsecutor' | 'close' | 'reopen' | 'seal' | 'unseal'

interface Typed {
  readonly target: string | null
  readonly reason: string
  readonly code: string | null
  readonly officers: readonly string[]
}

interface Shape {
  readonly title: TextKey
  readonly path: string
  readonly body: (typed: Typed, version: number) => unknown
  readonly ready: (typed: Typed) => boolean
}

const shapes: Readonly<Record<Operation, Shape>> = {
  assign: {
    title: 'case.assign',
    path: 'assignment',
    body: ({ target }, baseVersion) => ({ officerId: target, baseVersion }),
    ready: ({ target }) => target !== null,
  },
  transfer: {
    title: 'case.transfer',
    path: 'transfer',
    body: ({ target, reason }) => ({ toUnitId: target, reason }),
    ready: ({ target, reason }) => target !== null && reason.trim() !== '',
  },
  refuseTransfer: {
    title: 'case.transfer.refuse',
    path: 'transfer/answer',
    body: ({ reason }) => ({ answer: 'refused', note: reason.trim() }),
    ready: ({ reason }) => reason.trim() !== '',
  },
  awaitProsecutor: {
    title: 'case.await',
    path: 'prosecutor',
    body: ({ target }, baseVersion) => ({ prosecutorUnitId: target, baseVersion }),
    ready: ({ target }) => target !== null,
  },
  close: {
    title: 'case.close',
    path: 'closure',
    body: ({ code, reason }, baseVersion) => ({ reason: code, baseVersion, note: reason.trim() || null }),
    ready: ({ code }) => code !== null,
  },
  reopen: {
    title: 'case.reopen',
    path: 'reopening',
    body: ({ reason }, baseVersion) => ({ reason, baseVersion }),
    ready: ({ reason }) => reason.trim() !== '',
  },
  seal: {
    title: 'case.seal',
    path: 'seal',
    body: ({ code, officers }, baseVersion) => ({ reason: code, officers, baseVersion }),
    ready: ({ code }) => code !== null,
  },
  unseal: {
    title: 'case.unseal',
    path: 'unsealing',
    body: ({ reason }, baseVersion) => ({ reason, baseVersion }),
    ready: ({ reason }) => reason.trim() !== '',
  },
}

/** Asks what an operation on the file needs, and nothing more. */
export function OperationDialog({
  operation,
  file,
  onClose,
}: {
  readonly operation: Operation
  readonly file: CaseFile
  readonly onClose: () => void
}) {
  const t = useT()
  const shape = shapes[operation]
  const [typed, setTyped] = useState<Typed>({ target: null, reason: '', code: null, officers: [] })
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }))
  const send = useCommand(
    {
      path: `/cases/${file.id}/${shape.path}`,
      body: (input: Typed) => shape.body(input, file.version),
      answer: z.object({ id: z.uuid() }),
      purpose: `case:${file.id}`,
    },
    { refresh: caseRefresh(file.id), onDone: onClose },
  )
  const run = (): void => {
    if (shape.ready(typed)) send.mutate(typed)
  }
  const reasonField = (label: TextKey) => (
    <Textarea
      label={t(label)}
      dir="auto"
      value={typed.reason}
      onChange={(event) => set({ reason: event.currentTarget.value })}
    />
  )
  return (
    <FormDialog
      id="operation run"
      title={shape.title}
      error={send.error}
      ready={shape.ready(typed)}
      pending={send.isPending}
      onRun={run}
      onClose={onClose}
    >
      {operation === 'assign' && (
        <OfficerPicker
          label={t('case.assign.to')}
          unitId={file.unit.id}
          value={typed.target}
          onChange={(target) => set({ target })}
        />
      )}
      {operation === 'transfer' && (
        <>
          <UnitPicker label={t('case.transfer.to')} value={typed.target} onChange={(target) => set({ target })} />
          <TextInput
            label={t('case.transfer.reason')}
            dir="auto"
            value={typed.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        </>
      )}
      {operation === 'awaitProsecutor' && (
        <UnitPicker
          label={t('case.await.to')}
          kind="parquet"
          value={typed.target}
          onChange={(target) => set({ target })}
        />
      )}
      {operation === 'close' && (
        <>
          <Select
            label={t('case.close.reason')}
            data={closeReasons.map((value) => ({ value, label: t(`case.close.${value}`) }))}
            value={typed.code}
            onChange={(code) => set({ code })}
            data-autofocus
          />
          {reasonField('case.close.note')}
        </>
      )}
      {operation === 'refuseTransfer' && reasonField('case.transfer.refuseWhy')}
      {operation === 'reopen' && reasonField('case.reopen.reason')}
      {operation === 'unseal' && reasonField('case.unseal.reason')}
      {operation === 'seal' && (
        <>
          <p>{t('case.seal.why')}</p>
          <Select
            label={t('case.seal.reason')}
            data={sealReasons.map((value) => ({ value, label: t(`case.seal.${value}`) }))}
            value={typed.code}
            onChange={(code) => set({ code })}
            data-autofocus
          />
          <OfficersPicker
            label={t('case.seal.officers')}
            unitId={file.unit.id}
            value={typed.officers}
            onChange={(officers) => set({ officers })}
          />
        </>
      )}
    </FormDialog>
  )
}
