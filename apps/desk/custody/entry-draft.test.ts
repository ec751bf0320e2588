import { expect, test } from 'vitest'
import { entryInputSchema, entryKinds, hiddenWords } from '#contracts/custody/entry.ts'
import { asEntry, correctionOf, newDraft } from './entry-draft.ts'
import { type Values, entryFields } from './entry-fields.ts'

const id = '019ab000-0000-7000-8000-000000000001'
const now = new Date('2026-11-28T12:30:00Z')
const start = { officerId: id, now, prosecutors: [id], extensionHours: 24, language: 'العربية' }

/** What an officer types where nothing is proposed. */
const typed: Values = {
  who: 'فلان',
  to: 'القاعة 2',
  ref: '2026/12',
  document: 'شهادة 7',
  of: id,
  cellId: id,
  hours: 12,
}
const fill = (kind: (typeof entryKinds)[number]): Values =>
  Object.fromEntries(
    entryFields[kind].flatMap((field): [string, unknown][] => {
      const { name, as } = field
      if (field.as === 'choice') return [[name, field.values[0]]]
      if (as === 'prosecutor' || as === 'officer') return [[name, id]]
      if (typed[name] !== undefined && as !== 'officers') return [[name, typed[name]]]
      return as === 'text' || as === 'words' ? [[name, 'كلمات']] : []
    }),
  )

test.each(entryKinds)('the table asks all that %s needs', (kind) => {
  expect(asEntry(newDraft(kind, start, fill(kind)), now)).toMatchObject({ kind, at: now.toISOString() })
})

test('the table asks nothing that the contract does not know', () => {
  for (const option of entryInputSchema.options) {
    const [kind] = option.shape.kind.values
    const known = new Set(Object.keys(option.shape))
    expect(kind === undefined ? [] : entryFields[kind].filter(({ name }) => !known.has(name))).toEqual([])
  }
})

test('what is not filled in is not an entry yet', () => {
  expect(asEntry(newDraft('extension', start), now)).toBeUndefined()
  expect(asEntry(newDraft('extraction', start), now)).toBeUndefined()
})

test('an objection takes no name along that was typed before it', () => {
  const draft = newDraft('family-notice', start, { outcome: 'objected', who: 'أخوه' })
  expect(asEntry(draft, now)).not.toHaveProperty('who')
})

test('a meal is that of the hour, by the wall clock of the country', () => {
  expect(newDraft('meal', { ...start, now: new Date('2026-11-28T07:00:00Z') }).values['meal']).toBe('breakfast')
  expect(newDraft('meal', start).values['meal']).toBe('lunch')
})

test('a correction starts as what it corrects, and names it', () => {
  const entry = asEntry(newDraft('medical', start, { askedBy: 'person', outcome: 'fit' }), now)
  if (!entry) throw new Error('no entry')
  const taken = {
    id,
    seq: 3,
    recordedAt: now.toISOString(),
    recordedBy: { id, nameAr: '', nameLatin: '' },
    correctedBy: null,
    endedAt: null,
    proven: false,
    marks: [],
    entry,
  }
  expect(asEntry(correctionOf(taken), now)).toEqual({ ...entry, corrects: id })
})

test('a correction of words that the reader does not see starts without them, and hands no mark on', () => {
  const entry = asEntry(newDraft('family-notice', start, { outcome: 'told', who: 'خالد', means: 'phone' }), now)
  if (entry?.kind !== 'family-notice') throw new Error('no entry')
  const draft = correctionOf({
    id,
    seq: 3,
    recordedAt: now.toISOString(),
    recordedBy: { id, nameAr: '', nameLatin: '' },
    correctedBy: null,
    endedAt: null,
    proven: false,
    marks: [],
    entry: { ...entry, who: hiddenWords, note: hiddenWords },
  })
  expect([draft.values['who'], draft.note, draft.values['means']]).toEqual([undefined, '', 'phone'])
  expect(JSON.stringify(asEntry(draft, now))).not.toContain(hiddenWords)
})
