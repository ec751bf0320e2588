import { Button, Checkbox, Select, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { type CaseFile } from '#contracts/casework/case.ts'
import {
  type ParticipantRole,
  type participantInputSchema,
  participantRoles,
  standings,
} from '#contracts/casework/participants.ts'
import { documentKinds, factSources, partialDateSchema, personSearchAnswer } from '#contracts/registry/person.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import page from '../design/page.module.css'
import { PersonName, Ref } from '../design/ref.tsx'
import { PartialDate } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { FormDialog } from '../keys/form-dialog.tsx'
import { caseRefresh } from './case-api.ts'

interface Typed {
  readonly role: ParticipantRole
  readonly guards: string | null
  readonly standing: (typeof standings)[number]
  readonly protected: boolean
  readonly familyAr: string
  readonly givenAr: string
  readonly familyLatin: string
  readonly givenLatin: string
  readonly birthDate: string
  readonly documentKind: (typeof documentKinds)[number]
  readonly documentNumber: string
  readonly phone: string
  readonly address: string
  readonly source: (typeof factSources)[number]
}

const empty: Typed = {
  role: 'complainant',
  guards: null,
  standing: 'fact',
  protected: false,
  familyAr: '',
  givenAr: '',
  familyLatin: '',
  givenLatin: '',
  birthDate: '',
  documentKind: 'national-id',
  documentNumber: '',
  phone: '',
  address: '',
  source: 'statement',
}

function asInput(typed: Typed, personId: string | undefined): z.input<typeof participantInputSchema> {
  const { role, standing } = typed
  const head = {
    role,
    standing,
    protected: typed.protected,
    ...(role === 'minor-guardian' && typed.guards ? { guards: typed.guards } : {}),
  }
  if (personId !== undefined) return { ...head, personId }
  const name = (script: 'ar' | 'latin', given: string, family: string) =>
    given || family ? [{ script, given, family }] : []
  return {
    ...head,
    person: {
      source: typed.source,
      names: [...name('ar', typed.givenAr, typed.familyAr), ...name('latin', typed.givenLatin, typed.familyLatin)],
      documents: typed.documentNumber
        ? [{ kind: typed.documentKind, number: typed.documentNumber, country: 'MA' }]
        : [],
      facts: [
        ...(typed.birthDate ? [{ kind: 'birth' as const, date: typed.birthDate }] : []),
        ...(typed.phone ? [{ kind: 'contact' as const, type: 'phone' as const, value: typed.phone }] : []),
        ...(typed.address ? [{ kind: 'address' as const, text: typed.address }] : []),
      ],
    },
  }
}

/** Brings someone into the file, with a role; who is known already is offered, never taken over unasked. */
export function AddPerson({ file, onClose }: { readonly file: CaseFile; readonly onClose: () => void }) {
  const { t, locale } = useLanguage()
  const [typed, setTyped] = useState(empty)
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }))
  const asked =
    typed.documentNumber.trim() ||
    [typed.givenAr, typed.familyAr].join(' ').trim() ||
    [typed.givenLatin, typed.familyLatin].join(' ').trim()
  const [wanted] = useDebouncedValue(asked, 350)
  const known = useQuery({
    ...read('/persons', personSearchAnswer, { query: { q: wanted }, purpose: `case:${file.id}` }),
    enabled: wanted.length > 2 && !typed.protected,
  })
  const add = useCommand(
    {
      path: `/cases/${file.id}/participants`,
      body: (input: z.input<typeof participantInputSchema>) => input,
      answer: z.object({ id: z.uuid() }),
      purpose: `case:${file.id}`,
    },
    { refresh: caseRefresh(file.id), onDone: onClose },
  )
  const nameOf = ({ alias, person, role }: CaseFile['participants'][number]): string =>
    alias ??
    (locale === 'ar' ? person?.nameAr || person?.nameLatin : person?.nameLatin || person?.nameAr) ??
    t(`role.${role}`)
  const badDate = typed.birthDate !== '' && !partialDateSchema.safeParse(typed.birthDate).success
  const send = (personId?: string): void => {
    if (!badDate) add.mutate(asInput(typed, personId))
  }
  const field = (
    name: 'familyAr' | 'givenAr' | 'familyLatin' | 'givenLatin' | 'phone' | 'address',
    dir: 'rtl' | 'ltr' | 'auto',
  ) => (
    <TextInput
      label={t(`person.${name}`)}
      dir={dir}
      value={typed[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <FormDialog
      id="person add"
      title="case.people.add"
      label="person.add"
      size="xl"
      error={add.error}
      ready={!badDate}
      pending={add.isPending}
      onRun={() => send()}
      onClose={onClose}
    >
      <div className={page['fields']}>
        <Select
          label={t('person.role')}
          data={participantRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={typed.role}
          onChange={(value) => value && set({ role: value })}
          allowDeselect={false}
          data-autofocus
        />
        <div>
          <span style={{ fontSize: 'var(--t-sm)', fontWeight: 500 }}>{t('person.standing')}</span>
          <SegmentedControl
            fullWidth
            aria-label={t('person.standing')}
            data={standings.map((value) => ({ value, label: t(`case.standing.${value}`) }))}
            value={typed.standing}
            onChange={(value) => set({ standing: value })}
          />
        </div>
        <Select
          label={t('person.source')}
          data={factSources.map((value) => ({ value, label: t(`person.source.${value}`) }))}
          value={typed.source}
          onChange={(value) => value && set({ source: value })}
          allowDeselect={false}
        />
      </div>
      {typed.role === 'minor-guardian' && (
        <Select
          label={t('case.people.guards')}
          data={file.participants
            .filter((each) => each.until === null && each.role !== 'minor-guardian')
            .map((each) => ({ value: each.id, label: nameOf(each) }))}
          value={typed.guards}
          onChange={(guards) => set({ guards })}
          clearable
        />
      )}
      <div className={page['fields']}>
        {field('givenAr', 'rtl')}
        {field('familyAr', 'rtl')}
        {field('givenLatin', 'ltr')}
        {field('familyLatin', 'ltr')}
      </div>
      <div className={page['fields']}>
        <Select
          label={t('person.documentKind')}
          data={documentKinds.map((value) => ({ value, label: t(`person.document.${value}`) }))}
          value={typed.documentKind}
          onChange={(value) => value && set({ documentKind: value })}
          allowDeselect={false}
        />
        <TextInput
          label={t('person.documentNumber')}
          dir="ltr"
          value={typed.documentNumber}
          onChange={(event) => set({ documentNumber: event.currentTarget.value.toUpperCase() })}
        />
        <TextInput
          label={t('person.birthDate')}
          dir="ltr"
          placeholder="1987-05-03"
          value={typed.birthDate}
          error={badDate ? t('person.birthDateBad') : undefined}
          onChange={(event) => set({ birthDate: event.currentTarget.value.trim() })}
        />
        {field('phone', 'ltr')}
      </div>
      {field('address', 'auto')}
      <Checkbox
        label={t('person.protected')}
        checked={typed.protected}
        onChange={(event) => set({ protected: event.currentTarget.checked })}
      />
      {known.data && known.data.items.length > 0 && (
        <fieldset style={{ border: '1px solid var(--line)', borderRadius: 6 }}>
          <legend>{t('person.known')}</legend>
          {known.data.items.slice(0, 5).map((person) => (
            <div key={person.id} style={{ display: 'flex', gap: 12, alignItems: 'center', paddingBlock: 3 }}>
              <span style={{ flex: 1 }}>
                <PersonName
                  ar={person.nameAr}
                  latin={person.nameLatin}
                  locale={locale}
                  unknown={t('case.person.unknown')}
                />{' '}
                <small className={page['quiet']}>
                  {person.birthDate && <PartialDate date={person.birthDate} />}{' '}
                  {person.documents.map((document) => (
                    <Ref key={document.number}>{document.number}</Ref>
                  ))}{' '}
                  {t(person.matched === 'document' ? 'search.matchedDocument' : 'search.matchedName')}
                </small>
              </span>
              <Button size="compact-sm" variant="default" onClick={() => send(person.id)}>
                {t('person.use')}
              </Button>
            </div>
          ))}
        </fieldset>
      )}
    </FormDialog>
  )
}
