import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import page from '../design/page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import { useMay } from '../session/me.tsx'
import { fold } from '../shell/fold.ts'
import { type LawRow, type LawSet, type RowChange, rowsOf } from './law-data.ts'
import { LawTable } from './law-table.tsx'
import { readShape } from './law-shape.ts'
import { useFieldName, useRowTitle, useSetName } from './law-words.ts'
import { LawProposal } from './law-proposal.tsx'
import { LawRowDialog, type RowEdit } from './law-row-dialog.tsx'

/** A set of law data to read and search in; what one changes gathers below until it is proposed as one. */
export function LawSetEditor({ set }: { readonly set: LawSet }) {
  const { t, number } = useLanguage()
  const nameOf = useSetName()
  const nameOfField = useFieldName()
  const titleOf = useRowTitle()
  const mayPropose = useMay('law.propose')
  const [list, setList] = useState(set.shapes[0]?.list ?? null)
  const [text, setText] = useState('')
  const [edit, setEdit] = useState<RowEdit>()
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
          <LawProposal
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
        <LawRowDialog
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
