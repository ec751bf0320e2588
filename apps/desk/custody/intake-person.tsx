import { TextInput } from '@mantine/core'
import type { CaseFile } from '#contracts/casework/case.ts'
import { ages, inquirySchema, measures } from '#contracts/custody/measure.ts'
import { partialDateSchema } from '#contracts/registry/person.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ChoiceRow } from './choice-row.tsx'
import { type IntakeDraft, newPerson } from './intake-draft.ts'
import type { Intake } from './use-intake.ts'

/** Who is held and under what: someone of the file or a new person, the age, the measure, the frame of the inquiry. */
export function IntakePerson({
  intake,
  onChange,
}: {
  readonly intake: Intake
  readonly onChange: (part: Partial<IntakeDraft>) => void
}) {
  const { t, locale } = useLanguage()
  const { draft, people } = intake
  const nameOf = ({ person, role }: CaseFile['participants'][number]): string =>
    (locale === 'ar' ? person?.nameAr || person?.nameLatin : person?.nameLatin || person?.nameAr) || t(`role.${role}`)
  const badDate = draft.birthDate.trim() !== '' && !partialDateSchema.safeParse(draft.birthDate.trim()).success
  const field = (
    name: 'familyAr' | 'givenAr' | 'familyLatin' | 'givenLatin' | 'address' | 'documentNumber',
    dir: 'rtl' | 'ltr' | 'auto',
    focus = false,
  ) => (
    <TextInput
      label={t(`person.${name}`)}
      dir={dir}
      value={draft[name]}
      data-autofocus={focus || undefined}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <Section title={t('intake.who')}>
      <div className={page['stack']}>
        <ChoiceRow
          label={t('intake.person')}
          bare
          focus
          choices={[
            ...people.map((each) => ({ value: each.id, label: nameOf(each) })),
            { value: newPerson, label: t('intake.newPerson') },
          ]}
          value={draft.participantId}
          onChange={(participantId) => onChange({ participantId, age: null, measure: null, cellId: null })}
        />
        {draft.participantId === newPerson && (
          <>
            <div className={page['fields']}>
              {field('givenAr', 'rtl')}
              {field('familyAr', 'rtl')}
            </div>
            <div className={page['fields']}>
              {field('givenLatin', 'ltr')}
              {field('familyLatin', 'ltr')}
            </div>
            <div className={page['fields']}>
              {field('documentNumber', 'ltr')}
              <TextInput
                label={t('person.birthDate')}
                dir="ltr"
                placeholder="1987-05-03"
                value={draft.birthDate}
                error={badDate ? t('person.birthDateBad') : undefined}
                onChange={(event) => onChange({ birthDate: event.currentTarget.value, cellId: null })}
              />
              {field('address', 'auto')}
            </div>
            <ChoiceRow
              label={t('intake.sex')}
              choices={[
                { value: 'male', label: t('intake.male') },
                { value: 'female', label: t('intake.female') },
              ]}
              value={draft.sex}
              onChange={(sex) => onChange({ sex, cellId: null })}
            />
          </>
        )}
        <ChoiceRow
          label={t('custody.field.age')}
          choices={ages.map((value) => ({ value, label: t(`custody.age.${value}`) }))}
          value={draft.age}
          onChange={(age) => onChange({ age, measure: null, grounds: [], cellId: null })}
        />
        <ChoiceRow
          label={t('custody.measure')}
          choices={measures
            .filter((value) => value !== 'minor-retention' || draft.age !== 'adult')
            .map((value) => ({ value, label: t(`custody.measure.${value}`) }))}
          value={draft.measure}
          onChange={(measure) => onChange({ measure, grounds: [] })}
        />
        <ChoiceRow
          label={t('custody.inquiry')}
          choices={inquirySchema.options.map((value) => ({ value, label: t(`case.inquiry.${value}`) }))}
          value={draft.inquiry}
          onChange={(inquiry) => onChange({ inquiry })}
        />
        {draft.age !== null && draft.age !== 'adult' && <p className={page['quiet']}>{t('intake.minorBook')}</p>}
        {draft.measure === 'custody' && draft.inquiry === 'preliminary' && (
          <p className={page['quiet']}>{t('intake.preliminary')}</p>
        )}
      </div>
    </Section>
  )
}
