import { Button } from '@mantine/core'
import { useState } from 'react'
import { Ref } from '../design/ref.tsx'
import { PartialDate } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { type LawRow, keyOfRow } from './law-data.ts'
import { useRowTitle } from './law-words.ts'
import classes from './law.module.css'

const page = 60

/** Rows of law data, as many as one reads; the rest one asks for. */
export function LawTable({
  rows,
  pending,
  onChoose,
}: {
  readonly rows: readonly LawRow[]
  readonly pending: ReadonlySet<string>
  readonly onChoose?: (row: LawRow) => void
}) {
  const { t } = useLanguage()
  const titleOf = useRowTitle()
  const [shown, setShown] = useState(page)
  if (rows.length === 0) return <p>{t('law.none')}</p>
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>{t('law.field.code')}</th>
            <th>{t('law.field.labels')}</th>
            <th>{t('law.field.validFrom')}</th>
            <th>{t('law.field.validTo')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={keyOfRow(row)} data-pending={pending.has(keyOfRow(row)) || undefined}>
              <td>
                <Ref>{String(row['code'])}</Ref>
              </td>
              <td>
                {onChoose ? (
                  <button type="button" onClick={() => onChoose(row)}>
                    <bdi>{titleOf(row)}</bdi>
                  </button>
                ) : (
                  <bdi>{titleOf(row)}</bdi>
                )}
              </td>
              <Day day={row['validFrom']} />
              <Day day={row['validTo']} />
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + page * 2)}>
          {t('law.more', { count: rows.length - shown })}
        </Button>
      )}
    </>
  )
}

function Day({ day }: { readonly day: unknown }) {
  return <td className={classes['day']}>{typeof day === 'string' ? <PartialDate date={day} /> : '–'}</td>
}
