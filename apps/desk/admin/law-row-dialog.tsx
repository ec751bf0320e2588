import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { DayInput } from '../design/date-time-input.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { type LawRow, type RowChange, keyOfRow } from './law-data.ts'
import { LawRowForm } from './law-row-form.tsx'
import { blankOf, type readShape } from './law-shape.ts'
import { useRowTitle } from './law-words.ts'

/** What is done to a row: mended, ended for another from a day on, or added. */
export type RowEdit = { readonly kind: 'correct' | 'replace'; readonly row: LawRow } | { readonly kind: 'add' }

const rowSchema = z.record(z.string(), z.json())

/** A row of law data under the pen; what it changes is kept until it is proposed. */
export function LawRowDialog({
  shape,
  list,
  edit,
  onKeep,
  onEdit,
  onClose,
}: {
  readonly shape: ReturnType<typeof readShape>
  readonly list: string | null
  readonly edit: RowEdit
  readonly onKeep: (changes: readonly RowChange[]) => void
  readonly onEdit: (edit: RowEdit) => void
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
