import { Link } from '@tanstack/react-router'
import type { LineItem } from '#contracts/intake/register.ts'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { When } from '../design/when.tsx'
import { useT } from '../i18n/language.tsx'
import { LineState } from './line-state.tsx'

/** A line of the register in a list. */
export function LineRow({ item, withDay }: { readonly item: LineItem; readonly withDay: boolean }) {
  const t = useT()
  return (
    <Link
      to="/register/$lineId"
      params={{ lineId: item.id }}
      search={(before) => before}
      className={rowClasses['row'] ?? ''}
      data-row
    >
      <RowText
        lead={<Ref>{item.number}</Ref>}
        title={t(`line.kind.${item.kind}`)}
        more={item.anonymous ? t('line.anonymous') : (item.name ?? '')}
        state={<LineState item={item} />}
        second={item.summary ?? ''}
        end={
          item.dueAt && item.endedAt === null ? (
            <When at={item.dueAt} form="day" />
          ) : (
            <When at={item.receivedAt} form={withDay ? 'day' : 'time'} />
          )
        }
      />
    </Link>
  )
}
