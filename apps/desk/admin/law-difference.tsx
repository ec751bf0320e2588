import type { z } from 'zod'
import type { lawChangeAnswer } from '#contracts/organisation/law.ts'
import { Ref } from '../design/ref.tsx'
import { Fact, Facts } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { PartialDate } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useFieldName, useRowTitle, useValueText } from './law-words.ts'
import classes from './law.module.css'

type Difference = z.output<typeof lawChangeAnswer>['difference'][number]

const tones = { added: 'done', removed: 'late', changed: 'active' } as const

/** What a proposal does to one row: member by member where it changes, whole where it is new. */
export function RowDifference({ row }: { readonly row: Difference }) {
  const { t } = useLanguage()
  const nameOf = useFieldName()
  const titleOf = useRowTitle()
  const from = row.row['validFrom']
  return (
    <div className={classes['change']}>
      <h3>
        <StateChip tone={tones[row.kind]}>{t(`law.kind.${row.kind}`)}</StateChip>
        <bdi>{titleOf(row.row)}</bdi>
        <small>
          <Ref>{String(row.row['code'])}</Ref>
          {typeof from === 'string' && (
            <>
              {' · '}
              {t('law.field.validFrom')} <PartialDate date={from} />
            </>
          )}
        </small>
      </h3>
      {row.kind === 'changed' && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th>{t('law.field')}</th>
              <th>{t('law.before')}</th>
              <th>{t('law.after')}</th>
            </tr>
          </thead>
          <tbody>
            {row.fields.map(({ path, before, after }) => (
              <tr key={path}>
                <td>{path.split('.').map(nameOf).join(' › ')}</td>
                <td className={classes['before']}>
                  <Value path={path} value={before} />
                </td>
                <td className={classes['after']}>
                  <Value path={path} value={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {row.kind === 'added' && (
        <Facts>
          {Object.entries(row.row).map(([name, value]) => (
            <Fact key={name} name={nameOf(name)}>
              <Value path={name} value={value} />
            </Fact>
          ))}
        </Facts>
      )}
    </div>
  )
}

function Value({ path, value }: { readonly path: string; readonly value: unknown }) {
  const { t, number, pick } = useLanguage()
  const nameOf = useFieldName()
  const textOf = useValueText()
  if (value === null || value === undefined || value === '') return <>{t('law.empty')}</>
  if (typeof value === 'boolean') return <>{t(value ? 'law.yes' : 'law.no')}</>
  if (typeof value === 'number') return <bdi>{number(value)}</bdi>
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return <PartialDate date={value} />
    return <bdi>{textOf(path, value)}</bdi>
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return <>{t('law.empty')}</>
    return (
      <ul className={classes['values']}>
        {value.map((each: unknown, at) => (
          <li key={at}>
            <Value path={path} value={each} />
          </li>
        ))}
      </ul>
    )
  }
  if (isText(value)) return <bdi>{pick(value)}</bdi>
  return (
    <>
      {Object.entries(value).map(([name, member]: [string, unknown]) => (
        <div key={name}>
          {nameOf(name)}: <Value path={`${path}.${name}`} value={member} />
        </div>
      ))}
    </>
  )
}

/** A text in the working languages; the labels of an offence, which has no English, are shown member by member. */
function isText(value: object): value is { ar: string; fr: string; en: string } {
  return ['ar', 'fr', 'en'].every((locale) => typeof (value as Record<string, unknown>)[locale] === 'string')
}
