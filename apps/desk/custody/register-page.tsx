import { Select } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { books } from '#contracts/custody/measure.ts'
import { addressOf } from '../api/http.ts'
import { DayInput } from '../design/date-time-input.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMay } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import { wallDay } from '../time/legal-time.ts'
import { monthAfter, monthName } from './book-month.ts'
import { ChoiceRow } from './choice-row.tsx'
import { placesQuery, registerQuery } from './custody-api.ts'
import { DayList } from './day-list.tsx'
import { RegisterLines } from './register-lines.tsx'
import { RegisterVisas } from './register-visas.tsx'

/** A month of one book of a place, as the prosecutor sees it; beside it the visas and the list of the day. */
export function CustodyRegisterPage() {
  const { t, locale } = useLanguage()
  const navigate = useNavigate()
  const { placeId } = useParams({ from: '/custody/register/$placeId' })
  const { book = 'adults', month: asked } = useSearch({ from: '/custody/register/$placeId' })
  const [thisMonth] = useState(() => wallDay(new Date()).slice(0, 7))
  const month = asked ?? thisMonth
  const places = useQuery(placesQuery).data?.items ?? []
  const { data, error, refetch } = useQuery(registerQuery(placeId, book, month))
  const mayPrint = useMay('custody.print')
  const go = (search: { book?: typeof book; month?: string }): void =>
    void navigate({ to: '/custody/register/$placeId', params: { placeId }, search: { book, month, ...search } })
  // In Arabic the month before lies to the right.
  const [Before, After] = locale === 'ar' ? [IconChevronRight, IconChevronLeft] : [IconChevronLeft, IconChevronRight]
  return (
    <Panes
      name="custody-register"
      file={
        <div className={page['reading']} style={{ maxInlineSize: 'none' }}>
          <header className={page['head']}>
            <h1>{t('custody.register')}</h1>
            <div className={page['actions']} style={{ alignItems: 'end' }} data-noprint>
              {places.length > 1 && (
                <Select
                  size="xs"
                  aria-label={t('intake.place')}
                  data={places.map((each) => ({ value: each.id, label: locale === 'ar' ? each.nameAr : each.nameFr }))}
                  value={placeId}
                  onChange={(chosen) =>
                    chosen &&
                    void navigate({
                      to: '/custody/register/$placeId',
                      params: { placeId: chosen },
                      search: { book, month },
                    })
                  }
                  allowDeselect={false}
                  searchable
                />
              )}
              {mayPrint && (
                <ActButton
                  id="custody register print"
                  label="register.custody.print"
                  keys="mod+p"
                  icon={IconPrinter}
                  size="xs"
                  variant="default"
                  onRun={() =>
                    window.open(
                      addressOf(`/custody-places/${placeId}/register.pdf`, { book, month, lang: locale }),
                      '_blank',
                    )
                  }
                />
              )}
            </div>
          </header>
          <div className={page['stack']}>
            <ChoiceRow
              label={t('register.custody.book')}
              bare
              choices={books.map((value) => ({ value, label: t(`custody.book.${value}`) }))}
              value={book}
              onChange={(chosen) => go({ book: chosen })}
            />
            <div className={page['actions']} style={{ alignItems: 'center' }}>
              <ActButton
                id="month before"
                label="register.custody.before"
                keys="["
                icon={Before}
                size="xs"
                variant="default"
                onRun={() => go({ month: monthAfter(month, -1) })}
              />
              <h2 style={{ fontSize: 'var(--t-lg)', minInlineSize: '12ch', textAlign: 'center' }}>
                {monthName(month, locale)}
              </h2>
              <ActButton
                id="month after"
                label="register.custody.after"
                keys="]"
                icon={After}
                size="xs"
                variant="default"
                onRun={() => go({ month: monthAfter(month, 1) })}
              />
            </div>
          </div>
          {error && <Failure error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading lines={8} />}
          {data && <RegisterLines lines={data.lines} />}
        </div>
      }
      act={
        <div className={page['padded']}>
          {data && <RegisterVisas register={data} />}
          <DayOf placeId={placeId} />
        </div>
      }
    />
  )
}

function DayOf({ placeId }: { readonly placeId: string }) {
  const { t } = useLanguage()
  const [day, setDay] = useState(() => wallDay(new Date()))
  return (
    <DayList
      placeId={placeId}
      day={day}
      choose={
        <DayInput bare size="xs" label={t('dayList.day')} value={day} onChange={(next) => next && setDay(next)} />
      }
    />
  )
}
