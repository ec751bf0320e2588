import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CaseFile } from '#contracts/casework/case.ts'
import type { openCustodyBody } from '#contracts/custody/custody.ts'
import type { Place } from '#contracts/custody/place.ts'
import { useT } from '../i18n/language.tsx'
import { useMe } from '../session/me.tsx'
import { placesQuery } from './custody-api.ts'
import { type CustodyRules, type FirstAnswer, dutiesOf, firstAnswer, useCustodyRules } from './custody-rules.ts'
import type { Start } from './entry-fields.ts'
import { type IntakeDraft, type IntakeKind, ageOn, asBody, intakeKinds, measureFor, newPerson } from './intake-draft.ts'
import { type CellChoice, freeCell, useCells, useOf } from './use-cells.ts'
import { serverNow } from './use-now.ts'
import { useOwnPlace } from './use-own-place.ts'

type Participant = CaseFile['participants'][number]

/** An intake as it stands: what was written, what follows from it, and the command it would be. */
export interface Intake {
  /** What was written, completed by what is likely. */
  readonly draft: IntakeDraft
  readonly people: readonly Participant[]
  readonly places: readonly Place[]
  readonly cells: readonly CellChoice[]
  readonly rules: CustodyRules | undefined
  readonly start: Start
  /** What is to be told and looked after here, in order. */
  readonly kinds: readonly IntakeKind[]
  readonly duties: ReadonlyMap<string, string>
  readonly answer: FirstAnswer | undefined
  readonly body: z.output<typeof openCustodyBody> | undefined
}

// Whoever suffered or saw it is not held for it; any other role may be.
const heldRoles = new Set(['suspect', 'person-in-custody', 'convicted', 'other'])

/** Completes what was written by what the file, the age and the place make likely. Who was placed and waits to be sent is not proposed again. */
export function useIntake(
  caseId: string,
  file: CaseFile | undefined,
  written: IntakeDraft,
  placed: ReadonlySet<string>,
): Intake {
  const t = useT()
  const { officer } = useMe()
  const rules = useCustodyRules()
  const own = useOwnPlace()
  const places = useQuery(placesQuery).data?.items ?? []
  const people = (file?.participants ?? []).filter(
    ({ id, until, person, role }) => until === null && person !== null && heldRoles.has(role) && !placed.has(id),
  )
  const participantId = written.participantId ?? (people.length === 1 ? (people[0]?.id ?? null) : null)
  const person = people.find(({ id }) => id === participantId)?.person
  const isNew = participantId === newPerson
  const known = person?.sex === 'female' || person?.sex === 'male' ? person.sex : null
  const sex = isNew ? written.sex : known
  const born = isNew ? written.birthDate.trim() || null : (person?.birthDate ?? null)
  const age = written.age ?? ageOn(born, new Date(file?.happenedFrom ?? serverNow()))
  const measure = written.measure ?? measureFor(age)
  const inquiry = written.inquiry ?? file?.inquiry ?? null
  const placeId = written.placeId ?? own?.id ?? null
  const place = places.find(({ id }) => id === placeId)
  const cells = useCells(placeId)
  const cellId = written.cellId ?? (age === null ? null : freeCell(cells, useOf(age, sex)))
  const start: Start = {
    officerId: officer.id,
    now: new Date(serverNow()),
    prosecutors: place ? [place.prosecutorUnitId] : [],
    extensionHours: null,
    language: t('intake.arabic'),
  }
  const draft: IntakeDraft = { ...written, participantId, age, measure, inquiry, placeId, cellId }
  const at = draft.arrestedAt ?? start.now.toISOString()
  const stated = measure && inquiry && age ? { measure, inquiry, age, arrestedAt: at } : undefined
  const duties = stated ? dutiesOf(rules, stated) : new Map<string, string>()
  const kinds = intakeKinds.filter((kind) => kind === 'body-search' || duties.has(kind))
  const answer = stated && draft.arrestedAt !== null ? firstAnswer(rules, stated, file?.offences ?? []) : undefined
  return {
    draft,
    people,
    places,
    cells,
    rules,
    start,
    kinds,
    duties,
    answer,
    body: asBody(caseId, draft, kinds, start),
  }
}
