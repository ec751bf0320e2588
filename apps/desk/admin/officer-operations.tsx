import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { useCommand } from '../api/commands.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { OfficerPicker, UnitPicker } from '../organisation/pickers.tsx'
import { useMe } from '../session/me.tsx'
import { type OfficerFile, officerRefresh, referenceQuery } from './officer-data.ts'

const operations = [
  { name: 'suspend', permission: 'officer.change', path: 'suspend', when: 'active' },
  { name: 'reinstate', permission: 'officer.change', path: 'reinstate', when: 'suspended' },
  { name: 'absence', permission: 'absence.record', path: 'absences' },
  { name: 'grant', permission: 'role.grant', path: 'roles' },
  { name: 'recordQuality', permission: 'quality.change', path: 'qualities' },
  { name: 'move', permission: 'officer.post', path: 'postings' },
  { name: 'reset', permission: 'credential.reset', path: 'recovery' },
  { name: 'endSessions', permission: 'credential.reset', path: 'end-sessions' },
] as const satisfies readonly { name: string; permission: string; path: string; when?: OfficerFile['state'] }[]
type Operation = (typeof operations)[number]
/** What the server refuses to whoever would do it for themselves. */
const notForOneself = new Set<Operation['name']>(['suspend', 'reinstate', 'grant', 'reset'])

/** What may be done for an officer by whoever administers the unit. */
export function OfficerOperations({ officer }: { readonly officer: OfficerFile }) {
  const { t } = useLanguage()
  const me = useMe()
  const { permissions } = me
  const [open, setOpen] = useState<Operation>()
  const held = new Set(permissions.map(({ permission }) => permission))
  const offered = operations.filter(
    (each) =>
      held.has(each.permission) &&
      (!('when' in each) || each.when === officer.state) &&
      !(officer.id === me.officer.id && notForOneself.has(each.name)),
  )
  if (offered.length === 0) return <div className={page['padded']} />
  return (
    <div className={page['padded']}>
      <Section title={t('officer.operations')}>
        <div className={page['stack']} style={{ gap: 6 }}>
          {offered.map((each) => (
            <ActButton
              key={each.name}
              id={`officer ${each.name}`}
              label={`officer.${each.name}`}
              fullWidth
              variant="default"
              onRun={() => setOpen(each)}
            />
          ))}
        </div>
      </Section>
      {open && <OperationDialog operation={open} officer={officer} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

interface Typed {
  readonly text: string
  readonly code: string | null
  readonly kind: string | null
  readonly target: string | null
  readonly from: string | null
  readonly to: string | null
}

function bodyOf(name: Operation['name'], typed: Typed, officer: OfficerFile): unknown {
  const from = typed.from ?? new Date().toISOString()
  switch (name) {
    case 'suspend':
    case 'reinstate':
      return { decisionRef: typed.text }
    case 'reset':
    case 'endSessions':
      return { reason: typed.text }
    case 'absence':
      return {
        kind: typed.kind,
        from,
        to: typed.to,
        acting: typed.target && typed.code ? { officerId: typed.target, roleCode: typed.code } : null,
      }
    case 'grant':
      return { roleCode: typed.code, unitId: typed.target ?? officer.unit.id, from, to: typed.to }
    case 'recordQuality':
      return { kind: typed.kind, code: typed.code, decisionRef: typed.text, from, to: typed.to }
    case 'move':
      return {
        baseVersion: officer.version,
        unitId: typed.target,
        post: typed.text,
        rankCode: typed.kind ?? officer.rankCode,
        from,
        roles: typed.code ? [typed.code] : [],
      }
  }
}

const resultSchema = z.looseObject({ firstHalf: z.string().nullable().optional() })

function OperationDialog({
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
  const needsText = name !== 'absence' && name !== 'grant'
  const textLabel =
    name === 'move'
      ? 'officer.post'
      : name === 'reset' || name === 'endSessions'
        ? 'officer.reason'
        : 'officer.decision'
  const ready =
    (!needsText || typed.text.trim().length >= (textLabel === 'officer.reason' ? 5 : 1)) &&
    (name !== 'grant' || typed.code !== null) &&
    (name !== 'absence' || typed.kind !== null) &&
    (name !== 'recordQuality' || (typed.kind !== null && typed.code !== null)) &&
    (name !== 'move' || typed.target !== null)
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
              label={t('officer.code')}
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
              value={typed.target}
              onChange={(target) => set({ target })}
            />
          )}
          {(name === 'move' || (name === 'absence' && typed.target !== null)) && (
            <Select label={t('officer.role')} data={roles} value={typed.code} onChange={(code) => set({ code })} />
          )}
          {needsText && (
            <TextInput
              label={t(textLabel)}
              dir="auto"
              value={typed.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
          )}
          {['absence', 'grant', 'recordQuality', 'move'].includes(name) && (
            <div className={page['fields']}>
              <DateTimeInput label={t('officer.from')} value={typed.from} onChange={(from) => set({ from })} />
              {name !== 'move' && (
                <DateTimeInput label={t('officer.to')} value={typed.to} onChange={(to) => set({ to })} />
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
