import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { useCommand } from '../api/commands.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { OfficerPicker, UnitPicker } from '../organisation/pickers.tsx'
import { PostInput } from '../organisation/posts.tsx'
import { referenceQuery } from '../organisation/reference-query.ts'
import { type OfficerFile, officerRefresh } from './officer-data.ts'
import { type Typed, bodyOf, isReady, runningRole, textOf } from './officer-input.ts'
import type { Operation } from './officer-operations.tsx'

const resultSchema = z.looseObject({ firstHalf: z.string().nullable().optional() })

/** What an operation on an officer asks for, in one form; half of a recovery code is shown in its place. */
export function OperationDialog({
  operation: { name, path },
  officer,
  onClose,
}: {
  readonly operation: Operation
  readonly officer: OfficerFile
  readonly onClose: () => void
}) {
  const { t, pick } = useLanguage()
  const reference = useQuery(referenceQuery)
  const [typed, setTyped] = useState<Typed>({ text: '', code: null, kind: null, target: null, from: null, to: null })
  const [shown, setShown] = useState<string>()
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }))
  const send = useCommand(
    {
      path: `/officers/${officer.id}/${path}`,
      body: (input: Typed) => bodyOf(name, input, officer),
      answer: resultSchema,
    },
    {
      refresh: [...officerRefresh(officer.id), ['/recoveries']],
      onDone: ({ firstHalf }) => {
        if (name === 'reset') setShown(firstHalf ?? '')
        else onClose()
      },
    },
  )
  const roles = (reference.data?.roles ?? []).map(({ code, labels }) => ({ value: code, label: pick(labels) }))
  const codes = (typed.kind === 'suspended' ? reference.data?.measures : reference.data?.qualities) ?? []
  const asked = textOf(name)
  const ready = isReady(name, typed)
  return (
    <Dialog onClose={onClose} title={t(`officer.${name}`)}>
      {shown !== undefined ? (
        <div className={page['stack']}>
          <p>{t(shown === '' ? 'officer.codeGone' : 'recovery.firstHalf')}</p>
          <p style={{ fontSize: 'var(--t-xl)' }}>
            <Ref strong>{shown}</Ref>
          </p>
          <Button onClick={onClose}>{t('common.close')}</Button>
        </div>
      ) : (
        <form
          className={page['stack']}
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) send.mutate(typed)
          }}
        >
          {name === 'reset' && <p>{t('officer.resetWhy')}</p>}
          {name === 'absence' && (
            <Select
              data-autofocus
              label={t('officer.kind')}
              data={(['leave', 'sick', 'mission', 'training'] as const).map((value) => ({
                value,
                label: t(`officer.absence.${value}`),
              }))}
              value={typed.kind}
              onChange={(kind) => set({ kind })}
            />
          )}
          {name === 'recordQuality' && (
            <Select
              data-autofocus
              label={t('officer.kind')}
              data={(['held', 'suspended'] as const).map((value) => ({ value, label: t(`officer.quality.${value}`) }))}
              value={typed.kind}
              onChange={(kind) => set({ kind, code: null })}
            />
          )}
          {name === 'recordQuality' && typed.kind !== null && (
            <Select
              label={t(typed.kind === 'suspended' ? 'officer.measure' : 'officer.qualityGiven')}
              data={codes.map(({ code, labels }) => ({ value: code, label: pick(labels) }))}
              value={typed.code}
              onChange={(code) => set({ code })}
            />
          )}
          {name === 'grant' && (
            <Select
              data-autofocus
              label={t('officer.role')}
              data={roles}
              value={typed.code}
              onChange={(code) => set({ code })}
            />
          )}
          {(name === 'move' || name === 'grant') && (
            <UnitPicker
              label={t(name === 'move' ? 'officer.unit' : 'officer.roleAt')}
              value={typed.target ?? (name === 'grant' ? officer.unit.id : null)}
              onChange={(target) => set({ target })}
            />
          )}
          {name === 'move' && (
            <Select
              label={t('officer.rank')}
              data={(reference.data?.ranks ?? []).map(({ code, labels }) => ({ value: code, label: pick(labels) }))}
              value={typed.kind ?? officer.rankCode}
              onChange={(kind) => set({ kind })}
              searchable
            />
          )}
          {name === 'absence' && (
            <OfficerPicker
              label={t('officer.actingOfficer')}
              unitId={officer.unit.id}
              except={officer.id}
              clearable
              value={typed.target}
              onChange={(target) => set({ target, code: typed.code ?? runningRole(officer) })}
            />
          )}
          {(name === 'move' || (name === 'absence' && typed.target !== null)) && (
            <Select
              label={t(name === 'absence' ? 'officer.actingRole' : 'officer.role')}
              data={roles}
              value={typed.code}
              onChange={(code) => set({ code })}
            />
          )}
          {name === 'move' && (
            <PostInput label={t('officer.post')} value={typed.text} onChange={(text) => set({ text })} />
          )}
          {asked !== null && name !== 'move' && (
            <TextInput
              label={t(`officer.${asked}`)}
              dir="auto"
              value={typed.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
          )}
          {['absence', 'grant', 'recordQuality', 'move'].includes(name) && (
            <div className={page['fields']}>
              <DateTimeInput
                label={t('officer.from')}
                description={t('officer.fromNote')}
                value={typed.from}
                onChange={(from) => set({ from })}
              />
              {name !== 'move' && (
                <DateTimeInput
                  label={t('officer.to')}
                  description={t('officer.toNote')}
                  value={typed.to}
                  onChange={(to) => set({ to })}
                />
              )}
            </div>
          )}
          {send.error && <Failure error={send.error} />}
          <Button type="submit" disabled={!ready} loading={send.isPending}>
            {t(`officer.${name}`)}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
