import { Autocomplete, Checkbox, Select, Switch, TextInput } from '@mantine/core'
import type { CaseFile } from '#contracts/casework/case.ts'
import { riskLevels } from '#contracts/custody/entry-said.ts'
import { DateTimeInput } from '../design/date-time-input.tsx'
import { focusFirst } from '../design/focus-first.ts'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useArticleText } from './article-text.tsx'
import { ChoiceRow, ManyRow } from './choice-row.tsx'
import { groundsOf } from './custody-rules.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { IntakePerson } from './intake-person.tsx'
import { IntakeSaid } from './intake-said.tsx'
import { pastHour } from './past-hour.ts'
import type { Intake } from './use-intake.ts'
import { serverNow } from './use-now.ts'

interface FormProps {
  readonly file: CaseFile
  readonly intake: Intake
  readonly onChange: (part: Partial<IntakeDraft>) => void
}

/** Who, why, when and where, and what was told to whom; nothing is asked that does not apply. */
export function IntakeForm({ note, ...props }: FormProps & { readonly note: string | undefined }) {
  const { t } = useLanguage()
  const { file, intake, onChange } = props
  return (
    <form ref={focusFirst} className={page['reading']} onSubmit={(event) => event.preventDefault()}>
      <header className={page['head']}>
        <h1>{t('intake.title')}</h1>
        <p>
          <Ref>{file.reference}</Ref> {note ?? t('intake.keptHere')}
        </p>
      </header>
      <IntakePerson intake={intake} onChange={onChange} />
      <IntakeGrounds {...props} />
      <IntakeWhenWhere {...props} />
      {intake.kinds.map((kind) => (
        <IntakeSaid key={kind} kind={kind} intake={intake} unitId={file.unit.id} onChange={onChange} />
      ))}
      <Section title={t('intake.paper')} aside={<PaperSwitch {...props} />}>
        {intake.draft.paper && <PaperFields {...props} paper={intake.draft.paper} />}
      </Section>
    </form>
  )
}

function IntakeGrounds({ intake, onChange }: FormProps) {
  const { t, pick } = useLanguage()
  const articleLabel = useArticleText()
  const { measure, grounds } = intake.draft
  const choices = measure ? groundsOf(intake.rules, measure) : []
  if (choices.length === 0) return null
  return (
    <Section title={t('intake.grounds')} count={t('intake.groundsAsked')}>
      <ManyRow
        label={t('intake.grounds')}
        bare
        column
        choices={choices.map(({ code, labels, source }) => ({
          value: code,
          label: pick(labels),
          more: articleLabel(source),
        }))}
        value={grounds}
        onChange={(next) => onChange({ grounds: next })}
      />
    </Section>
  )
}

function IntakeWhenWhere({ file, intake, onChange }: FormProps) {
  const { t, locale } = useLanguage()
  const { draft, places, cells } = intake
  return (
    <Section title={t('intake.when')}>
      <div className={page['stack']}>
        <div className={page['fields']}>
          <DateTimeInput
            label={t('intake.arrestedAt')}
            description={t('intake.arrestedHint')}
            required
            value={draft.arrestedAt}
            onChange={(at) => onChange({ arrestedAt: pastHour(at, serverNow()) })}
          />
          <DateTimeInput
            label={t('intake.placedAt')}
            description={t('custody.field.atHint')}
            value={draft.placedAt}
            onChange={(at) => onChange({ placedAt: pastHour(at, serverNow()) })}
          />
        </div>
        <Autocomplete
          label={t('intake.arrestPlace')}
          dir="auto"
          required
          withAsterisk={false}
          data={file.place === null ? [] : [file.place]}
          value={draft.arrestPlace}
          onChange={(arrestPlace) => onChange({ arrestPlace })}
        />
        <Checkbox
          label={t('custody.outside')}
          checked={draft.outsideDistrict}
          onChange={(event) => onChange({ outsideDistrict: event.currentTarget.checked })}
        />
        <div className={page['fields']}>
          <Select
            label={t('intake.place')}
            data={places.map((each) => ({ value: each.id, label: locale === 'ar' ? each.nameAr : each.nameFr }))}
            value={draft.placeId}
            onChange={(placeId) => placeId && onChange({ placeId, cellId: null })}
            allowDeselect={false}
            searchable
          />
          <Select
            label={t('intake.cell')}
            description={draft.age !== null && draft.cellId === null ? t('intake.noFreeCell') : undefined}
            data={cells.map((each) => ({ value: each.cell.id, label: each.label }))}
            value={draft.cellId}
            onChange={(cellId) => onChange({ cellId })}
          />
        </div>
        <ChoiceRow
          label={t('custody.risk')}
          choices={riskLevels.map((value) => ({ value, label: t(`custody.risk.${value}`) }))}
          value={draft.risk}
          onChange={(risk) => onChange({ risk })}
        />
      </div>
    </Section>
  )
}

function PaperSwitch({ intake, onChange }: FormProps) {
  const { t } = useLanguage()
  return (
    <Switch
      aria-label={t('intake.paper')}
      checked={intake.draft.paper !== null}
      onChange={(event) => onChange({ paper: event.currentTarget.checked ? { page: '', line: '' } : null })}
    />
  )
}

function PaperFields({ paper, onChange }: FormProps & { readonly paper: NonNullable<IntakeDraft['paper']> }) {
  const { t } = useLanguage()
  return (
    <div className={page['fields']}>
      <TextInput
        label={t('custody.entry.page')}
        dir="ltr"
        value={paper.page}
        onChange={(event) => onChange({ paper: { ...paper, page: event.currentTarget.value } })}
      />
      <TextInput
        label={t('custody.entry.line')}
        dir="ltr"
        value={paper.line}
        onChange={(event) => onChange({ paper: { ...paper, line: event.currentTarget.value } })}
      />
    </div>
  )
}
