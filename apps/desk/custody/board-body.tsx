import { IconGridDots } from '@tabler/icons-react'
import type { Board, Cell } from '#contracts/custody/place.ts'
import type { CustodySummary } from '#contracts/custody/custody.ts'
import { Empty } from '../design/empty.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { BoardAlarms } from './board-alarms.tsx'
import { BoardPerson } from './board-person.tsx'
import classes from './board.module.css'
import { mostUrgentFirst } from './clock-words.ts'
import { useNow } from './use-now.ts'

/** Alarms, cells, and whoever is in none: how they stand, or stood. */
export function BoardBody({ board, past }: { readonly board: Board; readonly past: boolean }) {
  const { t } = useLanguage()
  const list = useListKeys<HTMLElement>()
  const running = useNow()
  const now = past ? Date.parse(board.at) : running
  const people = board.people.filter(({ endedAt }) => endedAt === null).toSorted(mostUrgentFirst)
  const out = people.filter(({ where }) => where.state === 'out')
  const unplaced = people.filter(({ where }) => where.state === 'unplaced')
  const inCell = (cell: Cell): CustodySummary[] =>
    people.filter(({ where }) => where.state === 'in-cell' && where.cellId === cell.id)
  // Doors keep their place on the wall whatever goes on behind them.
  const cells = board.place.cells.toSorted((one, other) =>
    one.code.localeCompare(other.code, undefined, { numeric: true }),
  )
  return (
    // It scrolls where there are more doors than the screen has room for (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes['body']} ref={list} tabIndex={0} aria-label={t('board.title')}>
      {!past && <BoardAlarms people={people} now={now} />}
      {cells.length === 0 && <Empty icon={IconGridDots} title={t('board.empty')} />}
      <div className={classes['cells']}>
        {cells.map((cell) => (
          <CellCard key={cell.id} cell={cell} people={inCell(cell)} now={now} />
        ))}
      </div>
      <div className={classes['beside']}>
        <Group title={t('board.out')} people={out} now={now} />
        <Group title={t('board.unplaced')} people={unplaced} now={now} />
      </div>
    </section>
  )
}

function CellCard({
  cell,
  people,
  now,
}: {
  readonly cell: Cell
  readonly people: readonly CustodySummary[]
  readonly now: number
}) {
  const { t, number } = useLanguage()
  const over = people.length > cell.capacity
  return (
    <section
      className={classes['cell']}
      data-state={over ? 'over' : cell.closed ? 'closed' : undefined}
      aria-label={cell.code}
    >
      <header>
        <h2>
          <bdi>{cell.code}</bdi>
        </h2>
        <span>{t(`cell.use.${cell.use}`)}</span>
        <strong>
          {over ? t('board.full') : t('board.room', { held: number(people.length), capacity: number(cell.capacity) })}
        </strong>
      </header>
      {people.map((held) => (
        <BoardPerson key={held.id} held={held} now={now} />
      ))}
      {people.length === 0 && (
        <p className={classes['free']}>
          {cell.closed ? `${t('board.closed')}${cell.closedReason ? ` · ${cell.closedReason}` : ''}` : t('board.free')}
        </p>
      )}
    </section>
  )
}

function Group({
  title,
  people,
  now,
}: {
  readonly title: string
  readonly people: readonly CustodySummary[]
  readonly now: number
}) {
  if (people.length === 0) return null
  return (
    <section className={classes['group']} aria-label={title}>
      <h2>{title}</h2>
      <div>
        {people.map((held) => (
          <BoardPerson key={held.id} held={held} now={now} withWhere />
        ))}
      </div>
    </section>
  )
}
