import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { proposeLawAnswer } from '#contracts/organisation/law.ts'
import { useCommand } from '../api/commands.ts'
import { DayInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { useMay } from '../session/me.tsx'
import { fold } from '../shell/fold.ts'
import { type LawRow, type LawSet, type RowChange, keyOfRow, lawRefresh, rowsOf } from './law-data.ts'
import { LawRowForm } from './law-row-form.tsx'
import { LawTable } from './law-table.tsx'
import { blankOf, readShape } from './law-shape.ts'
import { useFieldName, useRowTitle, useSetName } from './law-words.ts'

type Edit = { readonly kind: 'correct' | 'replace'; readonly row: LawRow } | { readonly kind: 'add' }

const rowSchema = z.record(z.string(), z.json())

/** A set of law data to read and search in; what one changes gathers below until it is proposed as one. */
export function LawSetEditor({ set }: { readonly set: LawSet }) {
  const { t, number } = useLanguage()
  const nameOf = useSetName()
  const nameOfField = useFieldName()
  const titleOf = useRowTitle()
  const mayPropose = useMay('law.propose')
  const [list, setList] = useState(set.shapes[0]?.list ?? null)
  const [text, setText] = useState('')
  const [edit, setEdit] = useState<Edit>()
  const [pending, setPending] = useState<readonly RowChange[]>([])
  const rows = useMemo(() => rowsOf(set, list), [set, list])
  const found = useMemo(() => {
    const words = fold(text).split(' ').filter(Boolean)
    return rows.filter((row) => {
      const folded = fold(`${titleOf(row)} ${JSON.stringify(row)}`)
      return words.every((word) => folded.includes(word))
    })
  }, [rows, text, titleOf])
  const keep = (changes: readonly RowChange[]): void => {
    setPending((before) => [
      ...before.filter((each) => !changes.some(({ key }) => key !== null && key === each.key)),
      ...changes,
    ])
    setEdit(undefined)
  }
  return (
    <article className={page['padded']}>
      <header className={page['head']}>
        <div>
          <h1>{nameOf(set.name)}</h1>
          <p>
            {t('law.rows', { count: found.length, number: number(found.length) })}
            {' · '}
            {t('law.version', { version: number(set.version) })}
          </p>
        </div>
        {mayPropose && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.6} aria-hidden="true" />}
            onClick={() => setEdit({ kind: 'add' })}
          >
            {t('law.add')}
          </Button>
        )}
      </header>
      <div className={page['stack']}>
        {set.shapes.length > 1 && (
          <SegmentedControl
            aria-label={t('law.list')}
            value={list ?? ''}
            onChange={setList}
            data={set.shapes.flatMap((shape) =>
              shape.list === null ? [] : [{ value: shape.list, label: nameOfField(shape.list) }],
            )}
          />
        )}
        <TextInput
          placeholder={t('law.search')}
          aria-label={t('law.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {pending.length > 0 && (
          <Proposal
            set={set}
            pending={pending}
            onDrop={(change) => setPending((before) => before.filter((each) => each !== change))}
          />
        )}
        <LawTable
          key={`${list ?? ''} ${text}`}
          rows={found}
          pending={new Set(pending.flatMap(({ key }) => key ?? []))}
          {...(mayPropose ? { onChoose: (row: LawRow) => setEdit({ kind: 'correct', row }) } : {})}
        />
      </div>
      {edit && (
        <RowDialog
          shape={readShape(set.shapes.find((shape) => shape.list === list)?.row)}
          list={list}
          edit={edit}
          onKeep={keep}
          onEdit={setEdit}
          onClose={() => setEdit(undefined)}
        />
      )}
    </article>
  )
}

function RowDialog({
  shape,
  list,
  edit,
  onKeep,
  onEdit,
  onClose,
}: {
  readonly shape: ReturnType<typeof readShape>
  readonly list: string | null
  readonly edit: Edit
  readonly onKeep: (changes: readonly RowChange[]) => void
  readonly onEdit: (edit: Edit) => void
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const titleOf = useRowTitle()
  const [row, setRow] = useState<unknown>(() => (edit.kind === 'add' ? blankOf(shape) : edit.row))
  const [day, setDay] = useState<string | null>(null)
  const hasDays = shape.properties?.['validTo'] !== undefined
  const before = edit.kind === 'add' ? undefined : edit.row
  const written = (value: unknown) => rowSchema.parse(value)
  const finish = (): void => {
    if (!before) return onKeep([{ list, key: null, row: written(row) }])
    if (edit.kind === 'correct') return onKeep([{ list, key: keyOfRow(before), row: written(row) }])
    onKeep([
      { list, key: keyOfRow(before), row: written({ ...before, validTo: day }) },
      { list, key: null, row: written({ ...rowSchema.parse(row), validFrom: day, validTo: null }) },
    ])
  }
  return (
    <Dialog
      onClose={onClose}
      size="xl"
      title={t(edit.kind === 'add' ? 'law.add' : edit.kind === 'replace' ? 'law.replace' : 'law.correct')}
    >
      <form
        className={page['stack']}
        onSubmit={(event) => {
          event.preventDefault()
          if (edit.kind !== 'replace' || day !== null) finish()
        }}
      >
        {before && (
          <p>
            <bdi>{titleOf(before)}</bdi>
            {' · '}
            <Ref>{String(before['code'])}</Ref>
          </p>
        )}
        {before && hasDays && (
          <>
            <p>{t(edit.kind === 'replace' ? 'law.replaceWhy' : 'law.correctWhy')}</p>
            <div className={page['fields']}>
              <DayInput label={t('law.day')} description={t('law.dayNote')} value={day} onChange={setDay} />
            </div>
            <div className={page['actions']}>
              {edit.kind === 'correct' && (
                <Button
                  variant="default"
                  disabled={day === null}
                  onClick={() => onKeep([{ list, key: keyOfRow(before), row: written({ ...before, validTo: day }) }])}
                >
                  {t('law.end')}
                </Button>
              )}
              {edit.kind === 'correct' && (
                <Button
                  variant="default"
                  disabled={day === null}
                  onClick={() => onEdit({ kind: 'replace', row: before })}
                >
                  {t('law.replace')}
                </Button>
              )}
            </div>
          </>
        )}
        <LawRowForm shape={shape} value={row} onChange={setRow} />
        <div className={page['actions']}>
          <Button type="submit" disabled={edit.kind === 'replace' && day === null}>
            {t('law.keep')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Proposal({
  set,
  pending,
  onDrop,
}: {
  readonly set: LawSet
  readonly pending: readonly RowChange[]
  readonly onDrop: (change: RowChange) => void
}) {
  const { t } = useLanguage()
  const titleOf = useRowTitle()
  const navigate = useNavigate()
  const [legalBasis, setBasis] = useState('')
  const propose = useCommand(
    {
      path: '/law-changes',
      body: (rows: readonly RowChange[]) => ({
        name: set.name,
        baseVersion: set.version,
        rows,
        legalBasis: legalBasis.trim(),
      }),
      answer: proposeLawAnswer,
    },
    {
      refresh: lawRefresh,
      onDone: ({ lawChangeId }) => void navigate({ to: '/admin/law', search: { change: lawChangeId } }),
    },
  )
  return (
    <section className={page['stack']} aria-label={t('law.pending')}>
      <h2>{t('law.pending')}</h2>
      <ul>
        {pending.map((change) => (
          <li key={`${change.key ?? ''} ${change.row ? keyOfRow(change.row) : ''}`} className={page['row']}>
            <span className={page['grow']}>
              <Ref>{change.row ? keyOfRow(change.row) : change.key}</Ref> <bdi>{change.row && titleOf(change.row)}</bdi>
            </span>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDrop(change)}>
              {t('law.drop')}
            </Button>
          </li>
        ))}
      </ul>
      <TextInput
        label={t('law.basis')}
        description={t('law.basisNote')}
        dir="auto"
        value={legalBasis}
        onChange={(event) => setBasis(event.currentTarget.value)}
      />
      {propose.error && <Failure error={propose.error} />}
      <div className={page['actions']}>
        <Button
          disabled={legalBasis.trim().length < 5}
          loading={propose.isPending}
          onClick={() => propose.mutate(pending)}
        >
          {t('law.propose')}
        </Button>
      </div>
    </section>
  )
}
