import type { FieldValue, Origin, PersonStatement, PvContent } from '#contracts/documents/content.ts'

/** Puts a value into a field; what the file had proposed there counts as changed. */
export function setValue(content: PvContent, field: string, value: FieldValue): PvContent {
  const origin = content.origins[field]
  return {
    ...content,
    values: { ...content.values, [field]: value },
    origins: origin ? { ...content.origins, [field]: { ...origin, state: 'changed' } } : content.origins,
  }
}

export function peopleOf(content: PvContent, field: string): readonly PersonStatement[] {
  const value = content.values[field]
  return value?.type === 'person' ? value.people : []
}

/** Changes one attribute of a statement; where the file had proposed another value, that is seen. */
export function setAttribute(
  content: PvContent,
  field: string,
  key: string,
  attribute: string,
  value: string | null,
): PvContent {
  const people = peopleOf(content, field).map((each) => (each.key === key ? { ...each, [attribute]: value } : each))
  const path = `${field}.${key}.${attribute}`
  const origin = content.origins[path]
  return {
    ...content,
    values: { ...content.values, [field]: { type: 'person', people: [...people] } },
    origins: origin
      ? { ...content.origins, [path]: { ...origin, state: origin.proposed === value ? 'confirmed' : 'changed' } }
      : content.origins,
  }
}

/** Paths whose proposed value waits for the person heard to confirm it, below a prefix. */
export function openProposals(content: PvContent, prefix = ''): string[] {
  return Object.entries(content.origins)
    .filter(([path, origin]) => origin.state === 'proposed' && path.startsWith(prefix))
    .map(([path]) => path)
}

export function confirmAll(content: PvContent, paths: readonly string[]): PvContent {
  const confirmed = Object.fromEntries(
    paths.flatMap((path): [string, Origin][] => {
      const origin = content.origins[path]
      return origin ? [[path, { ...origin, state: 'confirmed' }]] : []
    }),
  )
  return { ...content, origins: { ...content.origins, ...confirmed } }
}

/** Adds someone of the file, or somebody new, to a person field. */
export function addPerson(
  content: PvContent,
  field: string,
  many: boolean,
  statement: PersonStatement,
  origins: Readonly<Record<string, Origin>>,
): PvContent {
  const before = many ? peopleOf(content, field) : []
  const key = freeKey(before.map((each) => each.key))
  const moved = Object.fromEntries(
    Object.entries(origins).map(([path, origin]) => [`${field}.${key}.${path.split('.').at(-1) ?? path}`, origin]),
  )
  return {
    ...content,
    values: { ...content.values, [field]: { type: 'person', people: [...before, { ...statement, key }] } },
    origins: { ...content.origins, ...moved },
  }
}

export function removePerson(content: PvContent, field: string, key: string): PvContent {
  const people = peopleOf(content, field).filter((each) => each.key !== key)
  return {
    ...content,
    values: { ...content.values, [field]: { type: 'person', people: [...people] } },
    origins: Object.fromEntries(
      Object.entries(content.origins).filter(([path]) => !path.startsWith(`${field}.${key}.`)),
    ),
  }
}

function freeKey(taken: readonly string[]): string {
  let index = taken.length + 1
  while (taken.includes(`p${index}`)) index += 1
  return `p${index}`
}
