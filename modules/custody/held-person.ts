import type { HeldPerson } from '#contracts/custody/custody.ts'
import type { FactKind, Person } from '#contracts/registry/person.ts'

/** Who is held, as the file knows the person now: stated at placement and frozen with the line. */
export function heldPersonOf(person: Person): HeldPerson {
  const named = (script: 'ar' | 'latin'): string | null => {
    const name = person.names.findLast((each) => each.script === script && each.kind !== 'alias')
    return name ? `${name.given} ${name.family}`.trim() : null
  }
  const say = (kind: FactKind, member: string): string | null => {
    const value = person.facts.findLast((fact) => fact.kind === kind)?.value[member]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const joined = (parts: readonly (string | null)[], by: string): string | null =>
    parts.filter((part) => part !== null).join(by) || null
  const sex = say('sex', 'value')
  return {
    nameAr: named('ar') ?? named('latin') ?? '—',
    nameLatin: named('latin'),
    sex: sex === 'female' || sex === 'male' ? sex : null,
    birth: joined([say('birth', 'date'), say('birth', 'place')], ' '),
    nationality: say('nationality', 'country'),
    document: person.documents.at(-1)?.number ?? null,
    parents: joined(
      [say('father', 'ar') ?? say('father', 'latin'), say('mother', 'ar') ?? say('mother', 'latin')],
      ' / ',
    ),
    address: say('address', 'text'),
  }
}
