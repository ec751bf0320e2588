import { DateTimeInput } from '../design/date-time-input.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { useT } from '../i18n/language.tsx'
import { askedFields } from './entry-draft.ts'
import type { Field, Values } from './entry-fields.ts'
import { EntryInput } from './entry-inputs.tsx'
import { kindKey } from './entry-words.tsx'
import classes from './intake.module.css'
import { type IntakeDraft, type IntakeKind, entryOf, saidOf } from './intake-draft.ts'
import { pastHour } from './past-hour.ts'
import type { Intake } from './use-intake.ts'
import { serverNow } from './use-now.ts'

/** One thing that was told or done at placement, asked as everywhere; what stays open is taken down later. */
export function IntakeSaid({
  kind,
  intake,
  unitId,
  onChange,
}: {
  readonly kind: IntakeKind
  readonly intake: Intake
  readonly unitId: string
  readonly onChange: (part: Partial<IntakeDraft>) => void
}) {
  const t = useT()
  const { draft, start } = intake
  const values = saidOf(draft, kind, start)
  const at = draft.said[kind]?.at ?? null
  const put = (next: { readonly at?: string | null; readonly values?: Values }): void => {
    const said = { at, values: { ...draft.said[kind]?.values }, ...next }
    onChange({ said: { ...draft.said, [kind]: { ...said, values: { ...said.values } } } })
  }
  const placedAt = draft.placedAt ?? start.now.toISOString()
  const ready = entryOf(draft, kind, start, placedAt) !== undefined
  return (
    <Section
      title={t(kindKey(kind))}
      aside={
        <span className={classes['said']}>
          <StateChip tone={ready ? 'done' : 'plain'}>{t(ready ? 'intake.ready' : 'intake.later')}</StateChip>
          <DateTimeInput
            bare
            label={t('intake.entryAt')}
            size="xs"
            value={at ?? placedAt}
            onChange={(next) => put({ at: pastHour(next, serverNow()) })}
          />
        </span>
      }
    >
      <div className={page['stack']}>
        {besides(askedFields({ kind, values })).map((group) => (
          <div key={group[0]?.name} className={isShort(group[0]) ? page['fields'] : classes['flags']}>
            {group.map((field) => (
              <EntryInput
                key={field.name}
                field={field}
                values={values}
                about={{ unitId, placeId: draft.placeId, entries: [] }}
                first={false}
                onChange={(changed) => put({ values: changed })}
              />
            ))}
          </div>
        ))}
      </div>
    </Section>
  )
}

const isShort = (field: Field | undefined): boolean =>
  field !== undefined &&
  ['text', 'reference', 'number', 'officer', 'prosecutor', 'cell', 'interpreter'].includes(field.as)

/** Short fields stand beside each other, and so do boxes to tick: the page is long enough. */
function besides(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = []
  for (const field of fields) {
    const last = groups.at(-1)
    const before = last?.[0]
    const joins =
      before !== undefined && ((isShort(before) && isShort(field)) || (before.as === 'flag' && field.as === 'flag'))
    if (joins) last?.push(field)
    else groups.push([field])
  }
  return groups
}
