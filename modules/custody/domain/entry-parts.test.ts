import { describe, expect, it } from 'vitest'
import { entryInputSchema, entryKinds } from '#contracts/custody/entry.ts'
import { everySample, privateWord, sampleEntries } from '../testing/sample-entries.ts'
import { joinEntry, splitEntry } from './entry-parts.ts'

const rowOf = (entry: (typeof everySample)[number]) => ({
  kind: entry.kind,
  at: new Date(entry.at),
  until: entry.until ? new Date(entry.until) : null,
  paper_page: entry.paper?.page ?? null,
  paper_line: entry.paper?.line ?? null,
  corrects_id: entry.corrects ?? null,
  of_id: 'of' in entry ? entry.of : null,
  codes: splitEntry(entry).codes,
})

describe('an entry in two parts', () => {
  it('has a sample of every kind', () => {
    expect(Object.keys(sampleEntries).toSorted()).toEqual(entryKinds.toSorted())
  })

  it.each(everySample)('is whole again: $kind', (entry) => {
    const { detail } = splitEntry(entry)
    const again = joinEntry(rowOf(entry), detail)
    expect(again).toEqual(entryInputSchema.parse({ ...entry, until: entry.until ?? null }))
  })

  it.each(everySample)('keeps every word out of its codes: $kind', (entry) => {
    const { codes, detail } = splitEntry(entry)
    expect(JSON.stringify(entry)).toContain(privateWord)
    expect(JSON.stringify(codes)).not.toContain(privateWord)
    expect(JSON.stringify(detail)).toContain(privateWord)
  })
})
