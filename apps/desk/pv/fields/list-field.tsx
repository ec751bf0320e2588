import { ActionIcon, Button, Checkbox, Select, TextInput, VisuallyHidden } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { FieldValueOf } from '#contracts/documents/content.ts'
import type { FormFieldOf } from '#contracts/documents/form.ts'
import { useLanguage } from '../../i18n/language.tsx'
import classes from './fields.module.css'

type Row = FieldValueOf<'list'>['rows'][number]

/** Rows of things: objects seized, vehicles, measures. */
export function ListField({
  field,
  rows,
  onChange,
}: {
  readonly field: FormFieldOf<'list'>
  readonly rows: readonly Row[]
  readonly onChange: (rows: Row[]) => void
}) {
  const { t, pick, number } = useLanguage()
  const set = (index: number, column: string, value: Row[string]): void =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [column]: value } : row)))
  return (
    <div>
      {rows.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              {field.columns.map((column) => (
                <th key={column.id} scope="col">
                  {pick(column.labels)}
                </th>
              ))}
              <th scope="col">
                <VisuallyHidden>{t('case.offences.remove')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {field.columns.map((column) => {
                  const label = `${pick(column.labels)} ${number(index + 1)}`
                  const value = row[column.id]
                  return (
                    <td key={column.id} style={{ inlineSize: `${column.share}fr` }}>
                      {column.type === 'boolean' ? (
                        <Checkbox
                          aria-label={label}
                          checked={value === true}
                          onChange={(event) => set(index, column.id, event.currentTarget.checked)}
                        />
                      ) : column.type === 'choice' ? (
                        <Select
                          aria-label={label}
                          data={(column.options ?? []).map(({ code, labels }) => ({
                            value: code,
                            label: pick(labels),
                          }))}
                          value={typeof value === 'string' ? value : null}
                          onChange={(code) => set(index, column.id, code)}
                        />
                      ) : (
                        <TextInput
                          aria-label={label}
                          dir={column.type === 'number' ? 'ltr' : 'auto'}
                          inputMode={column.type === 'number' ? 'decimal' : 'text'}
                          value={value === null || value === undefined ? '' : String(value)}
                          onChange={(event) => {
                            const text = event.currentTarget.value
                            const figure = column.type === 'number' && text !== '' ? Number(text) : Number.NaN
                            set(index, column.id, Number.isNaN(figure) ? text : figure)
                          }}
                        />
                      )}
                    </td>
                  )
                })}
                <td>
                  <ActionIcon
                    aria-label={t('list.remove', { number: number(index + 1) })}
                    onClick={() => onChange(rows.filter((_row, at) => at !== index))}
                  >
                    <IconX size={16} stroke={1.6} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={15} stroke={1.7} />}
        onClick={() => onChange([...rows, {}])}
      >
        {t('list.add')}
      </Button>
    </div>
  )
}
