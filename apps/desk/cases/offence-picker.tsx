import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { offenceListSchema } from '#contracts/casework/offences.ts'
import { read } from '../api/queries.ts'
import { fold } from '../shell/fold.ts'
import { RowText, rowClasses } from '../design/rows.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import classes from './offence-picker.module.css'
import { focusSelf } from '../design/focus-first.ts'

interface Labelled {
  readonly labelAr: string
  readonly labelFr: string
}

/** The offence that is called by the words goes before one in whose keywords they stand. */
function nearestFirst<T extends Labelled>(items: readonly T[], words: string): T[] {
  const wanted = fold(words)
  const rank = ({ labelAr, labelFr }: Labelled): number => {
    const labels = [fold(labelAr), fold(labelFr)]
    if (labels.some((label) => label.startsWith(wanted) || label.startsWith(`ال${wanted}`))) return 0
    return labels.some((label) => label.includes(wanted)) ? 1 : 2
  }
  return items.toSorted((a, b) => rank(a) - rank(b) || a.labelAr.length - b.labelAr.length)
}

/** Finds an offence of the catalogue as it stood on the day of the facts. */
export function OffencePicker({
  on,
  onChoose,
}: {
  readonly on: string | undefined
  readonly onChoose: (code: string, label: { labelAr: string; labelFr: string }) => void
}) {
  const { t, locale } = useLanguage()
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text, 180)
  const list = useListKeys<HTMLDivElement>()
  const found = useQuery({
    ...read('/offences', offenceListSchema, { query: { q: wanted, on } }),
    enabled: wanted.trim().length > 1,
  })
  return (
    <div ref={list}>
      <TextInput
        ref={focusSelf}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        placeholder={t('case.offences.search')}
        aria-label={t('case.offences.search')}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          list.current?.querySelector<HTMLElement>('[data-row]')?.focus()
        }}
      />
      {found.data && (
        <div className={classes['found']}>
          {found.data.items.length === 0 && <p className={classes['none']}>{t('case.offences.searchNone')}</p>}
          {nearestFirst(found.data.items, wanted)
            .slice(0, 12)
            .map((item) => (
              <button
                key={item.code}
                type="button"
                className={rowClasses['row']}
                data-row
                onClick={() => {
                  onChoose(item.code, item)
                  setText('')
                }}
              >
                <RowText
                  title={<bdi>{locale === 'ar' ? item.labelAr : item.labelFr}</bdi>}
                  state={<span className={rowClasses['quiet']}>{t(`class.${item.offenceClass}`)}</span>}
                  second={t('case.offences.article', { article: item.article })}
                />
              </button>
            ))}
        </div>
      )}
    </div>
  )
}
