import { Button, Select, TextInput } from '@mantine/core'
import { IconCheck, IconUserPlus, IconX } from '@tabler/icons-react'
import type { z } from 'zod'
import type { PersonAttribute, PersonStatement, PvContent } from '#contracts/documents/content.ts'
import type { draftSchema } from '#contracts/documents/draft.ts'
import type { FormFieldOf } from '#contracts/documents/form.ts'
import { civilStatuses, documentKinds, sexes } from '#contracts/registry/person.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { addPerson, confirmAll, openProposals, peopleOf, removePerson, setAttribute } from '../content-edit.ts'
import classes from './fields.module.css'
import { OriginNote } from './origin-note.tsx'

type People = z.output<typeof draftSchema>['people']

const ltr: ReadonlySet<string> = new Set(['nameLatin', 'birthDate', 'documentNumber', 'phone', 'email', 'nationality'])

/** Who is named in an act: asked anew each time, what the file proposes is confirmed by the person. */
export function PersonField({
  field,
  content,
  people,
  onChange,
}: {
  readonly field: FormFieldOf<'person'>
  readonly content: PvContent
  readonly people: People
  readonly onChange: (edit: (content: PvContent) => PvContent) => void
}) {
  const { t, locale } = useLanguage()
  const named = peopleOf(content, field.id)
  const offered = people.filter(
    ({ role, statement }) =>
      (field.roles.length === 0 || field.roles.includes(role)) &&
      !named.some((each) => each.participantId === statement.participantId),
  )
  const nameOf = (each: PersonStatement): string =>
    (each.protected ? each.alias : locale === 'ar' ? each.nameAr || each.nameLatin : each.nameLatin || each.nameAr) ??
    t('case.person.unknown')
  const room = field.many || named.length === 0
  return (
    <div>
      {named.map((each) => (
        <Statement key={each.key} field={field} statement={each} content={content} onChange={onChange} />
      ))}
      {room && (
        <div className={classes['chips']}>
          {offered.map(({ role, statement, origins }) => (
            <Button
              key={statement.key}
              size="xs"
              variant="light"
              leftSection={<IconUserPlus size={15} stroke={1.6} />}
              onClick={() => onChange((before) => addPerson(before, field.id, field.many, statement, origins))}
            >
              {nameOf(statement)} · {t(`role.${role}`)}
            </Button>
          ))}
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              onChange((before) => addPerson(before, field.id, field.many, { key: 'new', protected: false }, {}))
            }
          >
            {t('pv.person.other')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Statement({
  field,
  statement,
  content,
  onChange,
}: {
  readonly field: FormFieldOf<'person'>
  readonly statement: PersonStatement
  readonly content: PvContent
  readonly onChange: (edit: (content: PvContent) => PvContent) => void
}) {
  const { t } = useLanguage()
  const waiting = openProposals(content, `${field.id}.${statement.key}.`)
  const attributes = Object.keys(field.attributes) as PersonAttribute[]
  const set = (attribute: PersonAttribute, value: string | null): void =>
    onChange((before) => setAttribute(before, field.id, statement.key, attribute, value))
  const choices: Partial<Record<PersonAttribute, readonly { value: string; label: string }[]>> = {
    sex: sexes.map((value) => ({ value, label: t(`sex.${value}`) })),
    documentKind: documentKinds.map((value) => ({ value, label: t(`person.document.${value}`) })),
    civilStatus: civilStatuses.map((value) => ({ value, label: t(`civil.${value}`) })),
  }
  return (
    <div className={classes['person']}>
      <div className={classes['attributes']}>
        {attributes.map((attribute) => {
          const path = `${field.id}.${statement.key}.${attribute}`
          const proposed = content.origins[path]?.state === 'proposed'
          const shared = {
            label: t(`attribute.${attribute}`),
            classNames: proposed ? { input: classes['proposed'] ?? '' } : {},
          }
          const data = choices[attribute]
          return (
            <div key={attribute}>
              {data ? (
                <Select
                  {...shared}
                  data={data}
                  value={statement[attribute] ?? null}
                  onChange={(value) => set(attribute, value)}
                  clearable
                />
              ) : (
                <TextInput
                  {...shared}
                  dir={ltr.has(attribute) ? 'ltr' : attribute === 'nameAr' ? 'rtl' : 'auto'}
                  value={statement[attribute] ?? ''}
                  onChange={(event) => set(attribute, event.currentTarget.value || null)}
                />
              )}
              <OriginNote path={path} name={t(`attribute.${attribute}`)} content={content} onChange={onChange} />
            </div>
          )
        })}
      </div>
      <div className={classes['chips']}>
        {waiting.length > 0 && (
          <>
            <span className={classes['hint']}>
              {t('pv.proposed')}: {t('pv.proposals', { count: waiting.length })}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCheck size={15} stroke={1.7} />}
              onClick={() => onChange((before) => confirmAll(before, waiting))}
            >
              {t('pv.confirmAll')}
            </Button>
          </>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconX size={15} stroke={1.7} />}
          onClick={() => onChange((before) => removePerson(before, field.id, statement.key))}
        >
          {t('pv.person.remove')}
        </Button>
      </div>
    </div>
  )
}
