import { readFileSync } from 'node:fs'
import type { LineItem } from '#contracts/intake/register.ts'
import type { Locale } from '#platform/i18n/text.ts'
import { type RenderRequest, printLabels, qrSvg } from '#platform/pdf/index.ts'
import { isolateFiguresIn } from '#platform/pdf/isolate-figures.ts'
import { categoryLabels, dayBookLabels as words, kindLabels, stateLabels } from './domain/labels.ts'
import type { LegalTime } from './domain/legal-time.ts'
import type { BulletinPrint, DayPrint } from './queries/read-day-print.ts'

const sources = new Map<string, string>()

function template(name: 'day-book' | 'bulletin'): string {
  const known = sources.get(name) ?? readFileSync(new URL(`./templates/${name}.typ`, import.meta.url), 'utf8')
  sources.set(name, known)
  return known
}

const figures = (date: string): string => date.split('-').toReversed().join('/')

/** The day book as a list. */
export function dayBookPrint(day: DayPrint, locale: Locale, now: Date, legalTime: LegalTime): RenderRequest {
  const say = (key: keyof typeof words): string => words[key][locale]
  const time = (instant: string): string => legalTime.timeOf(new Date(instant))
  const rowOf = (line: LineItem): unknown[] => [
    [{ text: String(line.number), ltr: true }],
    [
      { text: time(line.receivedAt), ltr: true },
      ...(line.marks.includes('late-entry') ? [{ text: `\n${say('late')}` }] : []),
    ],
    `${(line.category ? categoryLabels[line.category] : kindLabels[line.kind])[locale]}${line.anonymous ? ` (${say('anonymous')})` : ''}`,
    [
      ...(line.name ? [{ text: `${line.name}\n`, strong: true }] : []),
      ...(line.letter ? [{ text: line.letter.reference, ltr: true }, { text: '\n' }] : []),
      { text: line.summary ?? '—' },
    ],
    line.owner.kind === 'tray' ? say('tray') : ((locale === 'ar' ? line.owner.nameAr : line.owner.nameLatin) ?? ''),
    stateLabels[line.state][locale],
  ]
  const data = {
    rows: day.lines.map(rowOf),
    columns: [
      { title: say('number'), share: 0.7 },
      { title: say('received'), share: 0.9 },
      { title: say('kind'), share: 2 },
      { title: say('what'), share: 6 },
      { title: say('owner'), share: 2 },
      { title: say('state'), share: 1.7 },
    ],
    nothing: say('nothing'),
  }
  return sheet('day-book', say('title'), day, data, locale, now, legalTime)
}

/** The daily bulletin on one sheet. */
export function bulletinPrint(print: BulletinPrint, locale: Locale, now: Date, legalTime: LegalTime): RenderRequest {
  const say = (key: keyof typeof words): string => words[key][locale]
  const { bulletin } = print
  const row = (label: string, count: number | null): unknown[] => [label, count === null ? '—' : String(count)]
  const data = {
    columns: [
      { title: '', share: 5 },
      { title: say('count'), share: 1 },
    ],
    sections: [
      {
        caption: say('byKind'),
        rows: [
          row(say('receivedLines'), bulletin.received),
          row(say('lateEntries'), bulletin.lateEntries),
          ...bulletin.byKind.map(({ kind, count }) => row(kindLabels[kind][locale], count)),
        ],
      },
      {
        caption: say('movements'),
        rows: [
          row(say('becameCase'), bulletin.becameCase),
          row(say('joinedCase'), bulletin.joinedCase),
          ...(bulletin.casesOpened === null ? [] : [row(say('casesOpened'), bulletin.casesOpened)]),
          row(say('passedOn'), bulletin.passedOn),
          row(say('closed'), bulletin.closed),
          row(say('answered'), bulletin.answered),
        ],
      },
      {
        caption: say('standing'),
        rows: [
          row(say('openLines'), bulletin.openLines),
          row(say('overdueLines'), bulletin.overdueLines),
          row(say('awaitingAuthorisation'), bulletin.awaitingAuthorisation),
          row(say('inTray'), bulletin.inTray),
        ],
      },
    ],
  }
  return sheet('bulletin', say('bulletin'), print, data, locale, now, legalTime)
}

function sheet(
  name: 'day-book' | 'bulletin',
  title: string,
  { training, unitChain, date }: { training: boolean; unitChain: string[]; date: string },
  data: Readonly<Record<string, unknown>>,
  locale: Locale,
  now: Date,
  legalTime: LegalTime,
): RenderRequest {
  const reference = figures(date)
  const text = {
    ...data,
    title,
    reference,
    training,
    unitChain,
    particulars: [
      [words.date[locale], reference],
      [words.printed[locale], `${figures(legalTime.dateOf(now))} ${legalTime.timeOf(now)}`],
    ],
  }
  return {
    template: template(name),
    locale,
    title: `${title} ${reference}`,
    creationDate: now,
    data: {
      ...(locale === 'ar' ? asObject(isolateFiguresIn(text)) : text),
      labels: printLabels[locale],
      qr: qrSvg(`${name} ${date}`),
    },
  }
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
