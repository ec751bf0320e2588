import type { FieldValue, Origin, PersonAttribute, PersonStatement, PvContent } from '#contracts/documents/content.ts'
import { personAttributes } from '#contracts/documents/content.ts'
import type { FormFieldOf, PvForm, TextSource } from '#contracts/documents/form.ts'
import { documentKinds, civilStatuses, sexes } from '#contracts/registry/person.ts'
import type { Person } from '#contracts/registry/person.ts'
import type { ParticipantRole } from '#contracts/casework/participants.ts'
import { docOf, plainText } from './rich-text.ts'

/** What a file knows, as far as a form may take from it. */
export interface FileForAct {
  readonly id: string
  readonly reference: string
  readonly facts: {
    readonly happenedFrom: string | null
    readonly happenedTo: string | null
    readonly place: string | null
    readonly how: string | null
  }
  readonly offences: readonly {
    readonly labelAr: string
    readonly labelFr: string
    readonly law: string
    readonly article: string
  }[]
  readonly participants: readonly {
    readonly id: string
    readonly role: ParticipantRole
    readonly protected: boolean
    readonly alias: string | null
    readonly person: Person | null
  }[]
}

export interface ActSetting {
  readonly unitName: string
  readonly authorName: string
}

type Participant = FileForAct['participants'][number]
type Proposed = { readonly value: string; readonly origin: Origin }

/**
 * A first text for an act out of what the file knows. Every value says where it comes from and waits to be confirmed.
 * A protected person is proposed by the alias alone, and what is protected (a hidden address) is never taken, even where
 * the file hands it over.
 */
export function proposeContent(form: PvForm, file: FileForAct, setting: ActSetting, actAt: string | null): PvContent {
  const values: Record<string, FieldValue> = {}
  const origins: Record<string, Origin> = {}
  const keep = (path: string, origin: Origin): void => {
    origins[path] = origin
  }
  for (const field of form.sections.flatMap((section) => section.fields)) {
    switch (field.type) {
      case 'text':
      case 'rich-text': {
        const proposed = field.prefill && textFrom(field.prefill, file, setting, form)
        if (!proposed) break
        values[field.id] =
          field.type === 'text'
            ? { type: 'text', text: proposed.value }
            : { type: 'rich-text', doc: docOf(proposed.value) }
        keep(field.id, proposed.origin)
        break
      }
      case 'date-time': {
        const at =
          field.prefill === 'case.happenedFrom' ? file.facts.happenedFrom : field.prefill ? file.facts.happenedTo : null
        if (at === null) break
        values[field.id] = { type: 'date-time', at }
        keep(field.id, caseOrigin(file, at))
        break
      }
      case 'person': {
        const people = field.prefill ? proposePeople(field, file) : []
        if (people.length === 0) break
        values[field.id] = { type: 'person', people: people.map((each) => each.statement) }
        for (const { statement, origins: own } of people)
          for (const [attribute, origin] of own) keep(`${field.id}.${statement.key}.${attribute}`, origin)
        break
      }
      case 'choice':
      case 'boolean':
      case 'quantity':
      case 'list':
      case 'question-answer':
      case 'mention':
      case 'sketch':
    }
  }
  return { actAt, values, origins }
}

const caseOrigin = (file: FileForAct, proposed: string): Origin => ({
  state: 'proposed',
  source: { kind: 'case', id: file.id },
  proposed,
})

function textFrom(source: TextSource, file: FileForAct, setting: ActSetting, form: PvForm): Proposed | undefined {
  const fromCase = (value: string | null): Proposed | undefined =>
    value ? { value, origin: caseOrigin(file, value) } : undefined
  switch (source) {
    case 'case.reference':
      return fromCase(file.reference)
    case 'case.place':
      return fromCase(file.facts.place)
    case 'case.how':
      return fromCase(file.facts.how)
    case 'case.offences': {
      const value = file.offences
        .map(
          (offence) =>
            `${form.language === 'ar' ? offence.labelAr : offence.labelFr} (${offence.law} ${offence.article})`,
        )
        .join('\n')
      return value === '' ? undefined : { value, origin: { ...caseOrigin(file, value), source: { kind: 'offence' } } }
    }
    case 'unit.name':
      return {
        value: setting.unitName,
        origin: { state: 'proposed', source: { kind: 'unit' }, proposed: setting.unitName },
      }
    case 'author.name':
      return {
        value: setting.authorName,
        origin: { state: 'proposed', source: { kind: 'author' }, proposed: setting.authorName },
      }
  }
}

interface ProposedPerson {
  readonly statement: PersonStatement
  readonly origins: readonly (readonly [PersonAttribute, Origin])[]
}

function proposePeople(field: FormFieldOf<'person'>, file: FileForAct): ProposedPerson[] {
  const fitting = file.participants.filter((participant) => field.roles.includes(participant.role))
  // Which of several is heard is the officer's to say.
  if (!field.many && new Set(fitting.map((each) => each.person?.id ?? each.id)).size !== 1) return []
  return (field.many ? fitting : fitting.slice(0, 1)).map((participant, index) =>
    statementOf(participant, `p-${index + 1}`, Object.keys(field.attributes)),
  )
}

/** What the file proposes about one of its people, for a statement of that key. */
export function statementOf(
  participant: Participant,
  key: string,
  wanted: readonly string[] = personAttributes,
): ProposedPerson {
  const link = { key, participantId: participant.id }
  if (participant.protected || !participant.person)
    return { statement: { ...link, protected: participant.protected, alias: participant.alias }, origins: [] }
  const known = knownOf(participant.person).filter(({ attribute }) => wanted.includes(attribute))
  return {
    statement: {
      ...link,
      personId: participant.person.id,
      protected: false,
      ...Object.fromEntries(known.map(({ attribute, value }) => [attribute, value])),
    },
    origins: known.map(({ attribute, value, id, given, at }) => [
      attribute,
      { state: 'proposed', source: { kind: 'person-fact', id, given, at }, proposed: value },
    ]),
  }
}

interface Known {
  readonly attribute: PersonAttribute
  readonly value: string
  readonly id: string
  readonly given: 'document' | 'statement' | 'other'
  readonly at: string
}

type Fact = {
  readonly id: string
  readonly source: Known['given']
  readonly protected: boolean
  readonly endedAt: string | null
  readonly recordedAt: string
}

function knownOf(person: Person): Known[] {
  const open = <F extends Fact>(facts: readonly F[]): F[] =>
    facts.filter((fact) => !fact.protected && fact.endedAt === null).toReversed()
  const known = (attribute: PersonAttribute, fact: Fact | undefined, value: unknown): Known[] =>
    fact && typeof value === 'string' && value.trim() !== ''
      ? [{ attribute, value, id: fact.id, given: fact.source, at: fact.recordedAt }]
      : []
  const names = open(person.names).filter((name) => name.kind !== 'alias')
  const nameIn = (script: 'ar' | 'latin') => names.find((name) => name.script === script)
  const written = (name: ReturnType<typeof nameIn>) => name && `${name.given} ${name.family}`.trim()
  const document = open(person.documents)[0]
  const facts = open(person.facts)
  const fact = (kind: string, test: (value: Record<string, unknown>) => boolean = () => true) =>
    facts.find((each) => each.kind === kind && test(each.value))
  const member = (kind: string, name: string) => fact(kind)?.value[name]
  const oneOf = (list: readonly string[], value: unknown) => list.find((each) => each === value)
  const contact = (type: string) => fact('contact', (value) => value['type'] === type)
  return [
    ...known('nameAr', nameIn('ar'), written(nameIn('ar'))),
    ...known('nameLatin', nameIn('latin'), written(nameIn('latin'))),
    ...known('sex', fact('sex'), oneOf(sexes, member('sex', 'value'))),
    ...known('birthDate', fact('birth'), member('birth', 'date')),
    ...known('birthPlace', fact('birth'), member('birth', 'place')),
    ...known('father', fact('father'), member('father', 'ar') ?? member('father', 'latin')),
    ...known('mother', fact('mother'), member('mother', 'ar') ?? member('mother', 'latin')),
    ...known('nationality', fact('nationality'), member('nationality', 'country')),
    ...known('documentKind', document, oneOf(documentKinds, document?.kind)),
    ...known('documentNumber', document, document?.number),
    ...known('civilStatus', fact('civil-status'), oneOf(civilStatuses, member('civil-status', 'value'))),
    ...known('occupation', fact('occupation'), member('occupation', 'text')),
    ...known('address', fact('address'), member('address', 'text')),
    ...known('phone', contact('phone'), contact('phone')?.value['value']),
    ...known('email', contact('email'), contact('email')?.value['value']),
    ...known('language', fact('language'), member('language', 'text')),
  ]
}

/** The text of an earlier PV taken up again: what was said of people is proposed anew, to be stated again at this act. */
export function proposeAgain(content: PvContent, pv: { readonly id: string; readonly at: Date }): PvContent {
  const origins: Record<string, Origin> = {}
  const source = { kind: 'pv' as const, id: pv.id, at: pv.at.toISOString() }
  for (const [field, value] of Object.entries(content.values)) {
    if (value.type !== 'person') continue
    for (const person of value.people) {
      if (person.protected) continue
      for (const attribute of personAttributes) {
        const said = person[attribute]
        if (said) origins[`${field}.${person.key}.${attribute}`] = { state: 'proposed', source, proposed: said }
      }
    }
  }
  return { ...content, origins }
}

/**
 * Origins as they stand at the end: what was changed says so, whatever the client claims; what is gone has none. A
 * value that is confirmed but differs from what was proposed was changed.
 */
export function settleOrigins(content: PvContent): PvContent {
  const origins: Record<string, Origin> = {}
  for (const [path, origin] of Object.entries(content.origins)) {
    const now = textAt(content, path)
    if (now === undefined || now === '') continue
    origins[path] = now === origin.proposed ? origin : { ...origin, state: 'changed' }
  }
  return { ...content, origins }
}

function textAt(content: PvContent, path: string): string | undefined {
  const [fieldId = '', key, attribute] = path.split('.')
  const value = content.values[fieldId]
  switch (value?.type) {
    case undefined:
      return undefined
    case 'text':
      return value.text
    case 'rich-text':
      return plainText(value.doc)
    case 'date-time':
      return value.at ?? undefined
    case 'person': {
      const person = value.people.find((each) => each.key === key)
      const known = personAttributes.find((each) => each === attribute)
      return (person && known && person[known]) ?? undefined
    }
    case 'choice':
    case 'boolean':
    case 'quantity':
    case 'list':
    case 'question-answer':
    case 'mention':
    case 'sketch':
      return undefined
  }
}
