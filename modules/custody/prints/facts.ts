import type { Entry, EntryInput } from '#contracts/custody/entry.ts'
import { withoutHealth } from '../domain/without-health.ts'
import { codeWords } from './code-words.ts'
import type { Say } from './say.ts'

/** A fact as a line of the register says it, without its hour. */
export function factText(entry: EntryInput, say: Say): string {
  const said = withoutHealth(entry)
  return joined([...partsOf(said, say), said.note])
}

/** When a fact was, and until when where it lasted. */
export function factHours({ entry, endedAt }: Entry, say: Say): string {
  const end = entry.until ?? endedAt
  if (end) return `${say.hour(entry.at)} – ${say.until(entry.at, end)}`
  const lasts = entry.kind === 'hearing' || entry.kind === 'rest' || entry.kind === 'extraction'
  return lasts ? `${say.hour(entry.at)} – ${say.word('running')}` : say.hour(entry.at)
}

/** What the book remarks about a fact: marks, the hour at which it was taken down late, the page of the paper book. */
export function remarksOf(each: Entry, say: Say): string[] {
  const { paper } = each.entry
  return each.marks.map((mark) => {
    if (mark === 'taken-down-late')
      return `${say.code('mark', mark)}: ${say.word('lateEntry')} ${say.hour(each.recordedAt)}`
    if (mark === 'from-paper' && paper)
      return `${say.word('fromPaper')} ${paper.page}${paper.line ? ` ${say.word('paperLine')} ${paper.line}` : ''}`
    return say.code('mark', mark)
  })
}

export const factKind = (entry: EntryInput, say: Say): string => say.text(codeWords.factKind[entry.kind])

const joined = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

function partsOf(entry: EntryInput, say: Say): (string | null | undefined)[] {
  switch (entry.kind) {
    case 'rights':
      return [entry.language, entry.interpreter?.name, say.code('sheet', entry.signed)]
    case 'family-notice':
      return [say.code('family', entry.outcome), entry.who, entry.capacity, means(entry.means, say)]
    case 'guardian-notice':
      return [say.code('guardian', entry.outcome), entry.who, entry.capacity, means(entry.means, say)]
    case 'lawyer-notice':
      return [say.code('lawyer', entry.outcome), entry.who, means(entry.means, say)]
    case 'lawyer-contact':
      return [entry.who]
    case 'lawyer-delay':
      return [hours(entry.hours, say), entry.ref]
    case 'prosecutor-notice':
      return [say.unit(entry.prosecutorUnitId), entry.who, means(entry.means, say), entry.answer]
    case 'prosecutor-authorisation':
      return [say.unit(entry.prosecutorUnitId), entry.who, entry.ref]
    case 'prosecutor-order':
      return [say.code('order', entry.order), entry.who, entry.ref]
    case 'competence':
      return [say.unit(entry.prosecutorUnitId), say.code('ground', entry.ground)]
    case 'extension':
      return [hours(entry.hours, say), say.code('authority', entry.by), say.code('heard', entry.heard), entry.ref]
    case 'exclusion':
      return [say.code('exclusion', entry.exclusion), entry.place]
    case 'proof':
      return [entry.document]
    case 'cell':
      return [say.cell(entry.cellId)]
    case 'extraction':
      return [say.code('extraction', entry.why), entry.to]
    case 'property':
      return [...entry.items.map(({ label, quantity }) => `${label} (${quantity})`), say.code('sheet', entry.signed)]
    case 'property-returned':
      return [entry.to, entry.all ? say.word('allReturned') : entry.missing, say.code('sheet', entry.signed)]
    case 'body-search':
      return [say.code('extent', entry.extent), say.officer(entry.by)]
    case 'meal':
      return [say.code('meal', entry.meal), say.code('mealOutcome', entry.outcome)]
    case 'hearing':
      return [say.officer(entry.by), ...entry.attended.map((who) => say.code('attended', who))]
    case 'medical':
      return [say.code('medical', entry.outcome), entry.doctor]
    case 'force':
      return [entry.used, entry.reason]
    case 'injury':
      return [say.code('origin', entry.origin)]
    case 'welfare':
      return [say.code('welfare', entry.state)]
    case 'risk':
      return [say.code('risk', entry.level)]
    case 'age':
      return [say.code('age', entry.age)]
    case 'act-elsewhere':
      return [entry.act, entry.place, say.unit(entry.prosecutorUnitId), entry.localOfficer]
    case 'end':
      return [say.code('end', entry.how), entry.to, entry.ref]
    case 'contact-report':
    case 'ended':
    case 'rest':
    case 'death':
    case 'offences':
    case 'note':
      return []
  }
}

const hours = (count: number, say: Say): string => `+${count} ${say.word('hoursUnit')}`
const means = (code: keyof typeof codeWords.means | null | undefined, say: Say): string | null =>
  code ? say.code('means', code) : null
