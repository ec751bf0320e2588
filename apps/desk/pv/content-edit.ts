import type { FieldValue, Origin, PersonStatement, PvContent } from '#contracts/documents/content.ts'

/** Puts a value into a field; where the file had proposed another, that is seen. */
export function setValue(content: PvContent, field: string, value: FieldValue): PvContent {
  return settle({ ...content, values: { ...content.values, [field]: value } }, field, textOf(value))
}

/** The same value typed again confirms what was proposed, another one changes it. */
function settle(content: PvContent, path: string, now: string | null): PvContent {
  const origin = content.origins[path]
  if (!origin) return content
  const state = origin.proposed === now ? 'confirmed' : 'changed'
  return { ...content, origins: { ...content.origins, [path]: { ...origin, state } } }
}

/** What is compared with a proposal; null where a value of that type is never proposed. */
function textOf(value: FieldValue): string | null {
  switch (value.type) {
    case 'text':
      return value.text
    case 'date-time':
      return value.at
    case 'rich-text':
      return value.doc.content.map(wordsOf).join('\n').trim()
    case 'person':
    case 'choice':
    case 'boolean':
    case 'quantity':
    case 'list':
    case 'question-answer':
    case 'mention':
    case 'sketch':
      return null
  }
}

interface Written {
  readonly type: string
  readonly text?: unknown
  readonly content?: readonly Written[] | undefined
}
const wordsOf = (node: Written): string =>
  typeof node.text === 'string' ? node.text : (node.content ?? []).map(wordsOf).join('')

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
  return settle(
    { ...content, values: { ...content.values, [field]: { type: 'person', people: [...people] } } },
    `${field}.${key}.${attribute}`,
    value,
  )
}

/** Puts back what the file proposed; it waits again to be confirmed. */
export function takeBack(content: PvContent, path: string): PvContent {
  const origin = content.origins[path]
  if (!origin) return content
  const [field = '', key, attribute] = path.split('.')
  const back =
    key !== undefined && attribute !== undefined
      ? setAttribute(content, field, key, attribute, origin.proposed)
      : proposedAgain(content, field, origin.proposed)
  return { ...back, origins: { ...back.origins, [path]: { ...origin, state: 'proposed' } } }
}

function proposedAgain(content: PvContent, field: string, proposed: string): PvContent {
  const value = content.values[field]
  if (value?.type === 'text') return setValue(content, field, { type: 'text', text: proposed })
  if (value?.type === 'date-time') return setValue(content, field, { type: 'date-time', at: proposed })
  if (value?.type !== 'rich-text') return content
  const paragraphs = proposed.split('\n').map((line) => ({
    type: 'paragraph' as const,
    ...(line === '' ? {} : { content: [{ type: 'text' as const, text: line }] }),
  }))
  return setValue(content, field, { type: 'rich-text', doc: { type: 'doc', content: paragraphs } })
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
