import { DateTimeInput } from '../design/date-time-input.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { useT } from '../i18n/language.tsx'
import { askedFields } from './entry-draft.ts'
import type { Values } from './entry-fields.ts'
import { EntryInput } from './entry-inputs.tsx'
import { type IntakeDraft, type IntakeKind, entryOf, saidOf } from './intake-draft.ts'
import type { Intake } from './use-intake.ts'

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
  const ready = entryOf(draft, kind, start, draft.placedAt ?? start.now.toISOString()) !== undefined
  const fields = askedFields({ kind, values })
  return (
    <Section
      title={t(`custody.kind.${kind}`)}
      aside={<StateChip tone={ready ? 'done' : 'plain'}>{t(ready ? 'intake.ready' : 'intake.later')}</StateChip>}
    >
      <div className={page['stack']}>
        {fields.map((field) => (
          <EntryInput
            key={field.name}
            field={field}
            values={values}
            about={{ unitId, placeId: draft.placeId, entries: [] }}
            first={false}
            onChange={(changed) => put({ values: changed })}
          />
        ))}
        <div className={page['fields']}>
          <DateTimeInput
            label={t('intake.entryAt')}
            description={t('intake.entryAtHint')}
            size="xs"
            value={at}
            onChange={(next) => put({ at: next })}
          />
        </div>
      </div>
    </Section>
  )
}
