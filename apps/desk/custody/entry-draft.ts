import {
  type Entry,
  type EntryInput,
  type EntryKind,
  type LastingKind,
  entryInputSchema,
  hiddenWords,
  lastingKinds,
} from '#contracts/custody/entry.ts'
import { type Field, type Start, type Values, entryFields } from './entry-fields.ts'

/** An entry while its form is open. */
export interface EntryDraft {
  readonly kind: EntryKind
  /** Null stands for now: the hour is then that of the sending. */
  readonly at: string | null
  readonly until: string | null
  readonly note: string
  readonly paper: { readonly page: string; readonly line: string } | null
  readonly corrects: string | null
  readonly values: Values
}

export const isLasting = (kind: EntryKind): kind is LastingKind => lastingKinds.some((each) => each === kind)

/** A fresh entry of a kind with what is usual filled in; `values` says what is known better. */
export function newDraft(kind: EntryKind, start: Start, values: Values = {}): EntryDraft {
  const usual = entryFields[kind].map(({ name, initial }) => [name, initial?.(start)] as const)
  return {
    kind,
    at: null,
    until: null,
    note: '',
    paper: null,
    corrects: null,
    values: { ...Object.fromEntries(usual), ...values },
  }
}

/** Whether a value stands for words that this reader does not see; those are written anew, and never handed on as a mark. */
const isHidden = (value: unknown): boolean => JSON.stringify(value)?.includes(hiddenWords) ?? false

/** The entry that puts another right: it starts as that one was. */
export function correctionOf({ id, entry }: Entry): EntryDraft {
  const seen = entryFields[entry.kind].filter(({ name }) => !isHidden((entry as Values)[name]))
  const values = Object.fromEntries(seen.map(({ name }) => [name, (entry as Values)[name]] as const))
  return {
    kind: entry.kind,
    at: entry.at,
    until: entry.until ?? null,
    note: isHidden(entry.note) ? '' : (entry.note ?? ''),
    paper: entry.paper ? { page: entry.paper.page, line: entry.paper.line ?? '' } : null,
    corrects: id,
    values,
  }
}

/** The fields that are asked now: some depend on what was answered above them. */
export function askedFields({ kind, values }: Pick<EntryDraft, 'kind' | 'values'>): readonly Field[] {
  return entryFields[kind].filter(({ when }) => when === undefined || when(values))
}

const isBlankItem = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'label' in value && String(value.label).trim() === ''

const filled = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim() || undefined
  // A line of the list of things that was begun and left empty.
  if (Array.isArray(value)) return value.filter((each: unknown) => !isBlankItem(each))
  return value ?? undefined
}

/** The entry that a draft stands for; undefined where something is still missing. */
export function asEntry(draft: EntryDraft, now: Date): EntryInput | undefined {
  const { kind, at, until, note, paper, corrects } = draft
  // What depends on another answer and is not asked takes the value that it starts with, if the contract wants one.
  const values = Object.fromEntries(
    entryFields[kind].flatMap((field) => {
      const asked = field.when === undefined || field.when(draft.values)
      const value = asked ? filled(draft.values[field.name]) : field.as === 'flag' ? false : undefined
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
  const parsed = entryInputSchema.safeParse({
    kind,
    at: at ?? now.toISOString(),
    ...(isLasting(kind) && until !== null ? { until } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(paper ? { paper: { page: paper.page.trim(), ...(paper.line.trim() ? { line: paper.line.trim() } : {}) } } : {}),
    ...(corrects ? { corrects } : {}),
    ...values,
  })
  return parsed.success ? parsed.data : undefined
}
