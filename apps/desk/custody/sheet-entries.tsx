import { ActionIcon, Switch, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { Custody } from '#contracts/custody/custody.ts'
import type { Entry } from '#contracts/custody/entry.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { GivenAt, KeptState } from '../outbox/kept-state.tsx'
import { useKeptOf } from '../outbox/use-kept-of.ts'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import { wallDay } from '../time/legal-time.ts'
import classes from './custody.module.css'
import { EntryDialog } from './entry-dialog.tsx'
import { correctionOf } from './entry-draft.ts'
import { kindKey, useEntryWords } from './entry-words.tsx'

// What was taken down within so many minutes needs no second hour beside the first.
const atOnce = 5 * 60_000

/** Everything that was taken down, in the order in which it happened; what was put right stands struck through. */
export function SheetEntries({ held }: { readonly held: Custody }) {
  const { t, number } = useLanguage()
  const [newestFirst, setNewestFirst] = useState(false)
  const [correcting, setCorrecting] = useState<Entry>()
  const waiting = useKeptOf('custody.record', ({ custodyId }) => custodyId === held.id)
  // A correction stands beside what it corrects, not at its own hour.
  const lead = held.entries.filter(({ entry }) => !entry.corrects)
  const ordered = lead.toSorted(
    (one, other) => Date.parse(one.entry.at) - Date.parse(other.entry.at) || one.seq - other.seq,
  )
  const shown = newestFirst ? ordered.toReversed() : ordered
  const days = Map.groupBy(shown, ({ entry }) => wallDay(new Date(entry.at)))
  return (
    <Section
      title={t('custody.entries')}
      count={number(held.entries.length)}
      aside={
        <Switch
          size="xs"
          label={t('custody.entries.newestFirst')}
          checked={newestFirst}
          onChange={(event) => setNewestFirst(event.currentTarget.checked)}
        />
      }
    >
      {shown.length === 0 && waiting.length === 0 && <p className={page['quiet']}>{t('custody.entries.none')}</p>}
      {waiting.length > 0 && (
        <ol className={classes['entries']}>
          {waiting.map(({ kept, payload }) => (
            <li key={kept.id} data-waiting>
              <GivenAt kept={kept} />
              <div>
                <bdi>{payload.words}</bdi> <KeptState kept={kept} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {[...days].map(([day, entries]) => (
        <Fragment key={day}>
          <h3 className={classes['day']}>
            <When at={entries[0]?.entry.at ?? ''} form="long" />
          </h3>
          <ol className={classes['entries']}>
            {entries.map((taken) => (
              <EntryRow key={taken.id} held={held} taken={taken} onCorrect={setCorrecting} />
            ))}
          </ol>
        </Fragment>
      ))}
      {correcting && (
        <EntryDialog
          held={held}
          start={correctionOf(correcting)}
          title={kindKey(correcting.entry.kind)}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </Section>
  )
}

function EntryRow({
  held,
  taken,
  onCorrect,
}: {
  readonly held: Custody
  readonly taken: Entry
  readonly onCorrect: (taken: Entry) => void
}) {
  const { t } = useLanguage()
  const right = held.entries.find(({ id }) => id === taken.correctedBy)
  return (
    <li data-corrected={right !== undefined || undefined}>
      <EntryTime taken={taken} />
      <div>
        <EntrySaid held={held} taken={taken} />
        {right && (
          <div className={classes['right']}>
            <StateChip tone="active">{t('custody.entry.correction')}</StateChip>
            <ol className={classes['entries']}>
              <EntryRow held={held} taken={right} onCorrect={onCorrect} />
            </ol>
          </div>
        )}
      </div>
      {held.abilities.record && right === undefined && (
        <Tooltip label={t('custody.entry.correct')}>
          <ActionIcon
            className={classes['pencil'] ?? ''}
            size="sm"
            aria-label={`${t('custody.entry.correct')}: ${t(kindKey(taken.entry.kind))}`}
            onClick={() => onCorrect(taken)}
          >
            <IconPencil size={15} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}

function EntryTime({ taken }: { readonly taken: Entry }) {
  const end = taken.entry.until ?? taken.endedAt
  return (
    <span className={classes['time']}>
      <When at={taken.entry.at} form="time" />
      {end && (
        <>
          –<When at={end} form="time" />
        </>
      )}
    </span>
  )
}

function EntrySaid({ held, taken }: { readonly held: Custody; readonly taken: Entry }) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const said = useEntryWords(held)
  const { entry, recordedAt, recordedBy } = taken
  const lasts =
    ['lawyer-contact', 'exclusion', 'extraction', 'rest', 'hearing'].includes(entry.kind) &&
    !entry.until &&
    taken.endedAt === null &&
    taken.correctedBy === null
  const late = Date.parse(recordedAt) - Date.parse(entry.at) > atOnce
  const sameDay = wallDay(new Date(recordedAt)) === wallDay(new Date(entry.at))
  const name = locale === 'ar' ? recordedBy.nameAr : recordedBy.nameLatin
  return (
    <>
      <p className={classes['said']}>
        <strong>{t(kindKey(entry.kind))}</strong>
        {said(entry).map((part) => (
          <bdi key={part}>{part}</bdi>
        ))}
        {entry.note && <bdi>{entry.note}</bdi>}
        {lasts && <StateChip tone="active">{t('custody.entry.lasts')}</StateChip>}
        {entry.kind === 'exclusion' && taken.correctedBy === null && (
          <StateChip tone={taken.proven ? 'done' : 'soon'}>
            {t(taken.proven ? 'custody.entry.proven' : 'custody.entry.unproven')}
          </StateChip>
        )}
      </p>
      <small className={classes['by']}>
        <bdi>{name}</bdi>
        {late && (
          <span>
            {t('custody.entry.recorded', {
              time: formatWhen(new Date(recordedAt), sameDay ? 'time' : 'moment', { locale, digits }),
            })}
          </span>
        )}
        {entry.paper && (
          <bdi>
            {entry.paper.line
              ? t('custody.entry.paperLine', { page: entry.paper.page, line: entry.paper.line })
              : t('custody.entry.paper', { page: entry.paper.page })}
          </bdi>
        )}
      </small>
      {taken.marks.length > 0 && (
        <p className={classes['marks']}>
          {taken.marks.map((mark) => (
            <StateChip key={mark} tone="soon">
              {t(`custody.mark.${mark}`)}
            </StateChip>
          ))}
        </p>
      )}
    </>
  )
}
