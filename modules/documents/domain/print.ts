import type { FieldValue, PersonStatement, PvContent, Sketch } from '#contracts/documents/content.ts'
import type { FormField, PvForm } from '#contracts/documents/form.ts'
import type { Inline, PvBlock, PvDocument } from '#platform/pdf/index.ts'
import { type Locale, type Text, fill } from '#platform/i18n/text.ts'
import type { Author, ExpectedSignature, Signing } from './check-subject.ts'
import { expectedSignatures, isAsked, isFilled, peopleIn, peopleOf } from './check-subject.ts'
import { type DocumentsData, titleOf } from './form.ts'
import type { LegalTime } from './legal-time.ts'
import { inGender, sexOf } from './gender.ts'
import { filled, nameOf } from './people.ts'
import { personAttributeLabels, statementWords } from './person-labels.ts'
import { printBlocks } from './rich-text.ts'
import { sketchSvg } from './sketch.ts'
import type { DrawnHand } from './strokes.ts'

/** What surrounds a text when it is printed. */
export interface PrintSetting {
  readonly training: boolean
  /** From the widest body to the unit, in the language of the form. */
  readonly unitChain: readonly string[]
  readonly reference: string
  readonly caseReference: string
  readonly author: Author
  /** The PV this one adds to. */
  readonly corrects: string | null
  readonly words: DocumentsData['words']
  readonly time: LegalTime
  /** What an act without an hour is printed with while it is a draft. */
  readonly now: Date
  /** How it was signed; absent on the paper that goes to be signed. */
  readonly signed?: {
    readonly signing: Signing
    /** Of the scan, in hexadecimal. */
    readonly digest: string | null
    /** What was drawn on the screen. */
    readonly hands?: readonly DrawnHand[]
  }
}

/** A print with the pictures it needs, by file name. */
export interface Print {
  readonly document: PvDocument
  readonly pictures: Readonly<Record<string, string>>
}

const said = {
  place: { ar: 'مكان الإجراء', fr: 'Lieu de l’acte', en: 'Place of the act' },
  draftedAt: { ar: 'ساعة تحرير المحضر', fr: 'Heure de rédaction', en: 'Hour of drafting' },
  atHour: { ar: '(على الساعة {time})', fr: '(à {time})', en: '(at {time})' },
  yes: { ar: 'نعم', fr: 'Oui', en: 'Yes' },
  no: { ar: 'لا', fr: 'Non', en: 'No' },
  draft: { ar: 'مسودة غير موقعة', fr: 'Brouillon non signé', en: 'Unsigned draft' },
} as const satisfies Record<string, Text>

/** The reference under which a draft is shown. */
export const draftReference = (locale: Locale): string => said.draft[locale]

/** The PV as it is printed: the form gives the order and the words, the content what was said and done. */
export function buildPrint(form: PvForm, content: PvContent, setting: PrintSetting): Print {
  const locale = form.language
  const at = content.actAt === null ? setting.now : new Date(content.actAt)
  const pictures: Record<string, string> = {}
  const people = peopleOf({ form, content }, 'heard')
  const heard = people.map((person) => nameOf(person) ?? '')
  const spoken = (text: string): string => inGender(text, sexOf(people))
  const printer = createPrinter(
    locale,
    setting.time,
    (id, sketch) => {
      pictures[`${id}.svg`] = sketchSvg(sketch)
    },
    spoken,
  )
  const head = [
    ...(filled(content.place) ? [{ label: said.place[locale], value: content.place }] : []),
    ...(content.draftedAt
      ? [{ label: said.draftedAt[locale], value: printer.instant(new Date(content.draftedAt)) }]
      : []),
  ]
  const blocks: PvBlock[] = [
    ...(head.length > 0 ? [{ kind: 'fields' as const, fields: head }] : []),
    ...(setting.corrects
      ? [{ kind: 'note' as const, text: fill(setting.words.corrects[locale], { reference: setting.corrects }) }]
      : []),
    ...(form.lead ? [{ kind: 'paragraph' as const, text: fill(spoken(form.lead), { heard: heard.join('، ') }) }] : []),
  ]
  const mentions: NonNullable<PvDocument['mentions']> = []
  for (const section of form.sections) {
    const asked = section.fields.filter((field) => isAsked(field, content) && isFilled(content.values[field.id]))
    const own: PvBlock[] = []
    for (const field of asked) {
      const value = content.values[field.id]
      if (!value) continue
      if (field.type === 'mention' && field.use !== 'facts-told' && isEnding(field)) {
        const text = mentionText(field, value, spoken, (at) => hourOf(locale, setting.time, at))
        if (text) mentions.push({ kind: field.kind, text })
      } else own.push(...printer.blocks(field, value))
    }
    if (own.length > 0) blocks.push(...(section.heading ? [headingOf(section.labels[locale])] : []), ...gathered(own))
  }
  return { document: documentOf(form, content, setting, at, blocks, mentions), pictures }
}

const headingOf = (text: string): PvBlock => ({ kind: 'heading', text })
const isEnding = (field: FormField): boolean =>
  field.use === 'reading' || field.use === 'additions' || field.use === 'victim-rights'

function documentOf(
  form: PvForm,
  content: PvContent,
  setting: PrintSetting,
  at: Date,
  blocks: PvBlock[],
  mentions: NonNullable<PvDocument['mentions']>,
): PvDocument {
  const { author, time, words, signed } = setting
  const locale = form.language
  const detail = [author.rank, author.quality].filter(filled).join('، ')
  return {
    training: setting.training,
    title: titleOf(form),
    ...(filled(content.subject) ? { subject: content.subject } : {}),
    unitChain: setting.unitChain.slice(-8),
    reference: setting.reference,
    caseReference: setting.caseReference,
    act: { date: time.dateOf(at), time: time.timeOf(at) },
    author: { name: author.name, rank: author.rank, quality: author.quality, unit: author.unit },
    blocks,
    mentions,
    closing: inGender(form.closing, sexOf(peopleOf({ form, content }, 'heard'))),
    ...(signed
      ? { strikeOuts: { words: signed.signing.strikeOuts.words, insertions: signed.signing.strikeOuts.insertions } }
      : {}),
    signatures: expectedSignatures(form, content, author.name).map((expected) => {
      const { signature, key, name } = expected
      const given = signed?.signing.signatures.find((each) => each.code === signature.code && each.key === key)
      return {
        role: inGender(signature.labels[locale], sexIn(content, expected)),
        name,
        ...(key === 'author' && detail !== '' ? { detail } : {}),
        ...(given ? { mode: modeOf(given.how, signed?.signing.mode ?? 'paper') } : {}),
        ...(filled(given?.reason) ? { note: given.reason } : {}),
        ...handOf(signed?.hands?.find((each) => each.code === signature.code && each.key === key)),
        ownHand: signature.ownHand && given === undefined,
      }
    }),
    ...(signed
      ? {
          seal: [
            fill(words.seal[locale], { unit: author.unit, officer: author.name }),
            signed.signing.mode === 'screen'
              ? words.signedOnScreen[locale]
              : fill(words.signedOnPaper[locale], {
                  pages: signed.signing.pages.printed,
                  digest: signed.digest?.slice(0, 32) ?? '',
                }),
          ].join(' '),
        }
      : {}),
  }
}

const handOf = (hand: DrawnHand | undefined) => ({
  ...(hand?.signature ? { drawn: { asset: hand.signature } } : {}),
  ...(hand?.name ? { drawnName: { asset: hand.name } } : {}),
})

/** Of whoever signs there. */
function sexIn(content: PvContent, { signature, key }: ExpectedSignature): PersonStatement['sex'] {
  const { who } = signature
  return 'field' in who ? sexOf(peopleIn(content, who.field).filter((person) => person.key === key)) : undefined
}

function modeOf(how: Signing['signatures'][number]['how'], mode: Signing['mode']) {
  if (how === 'impossible') return 'unable'
  return how === 'signature' && mode === 'screen' ? 'electronic' : how
}

const hourOf = (locale: Locale, time: LegalTime, at: string): string =>
  fill(said.atHour[locale], { time: time.timeOf(new Date(at)) })

function mentionText(
  field: FormField,
  value: FieldValue,
  spoken: (text: string) => string,
  hour: (at: string) => string,
): string | undefined {
  if (field.type !== 'mention' || value.type !== 'mention') return undefined
  const variant = field.variants.find((each) => each.code === value.variant)
  if (!variant) return undefined
  const text = fill(spoken(variant.wording), { note: value.note ?? '' })
  return value.at ? `${text} ${hour(value.at)}` : text
}

type Row = { label: string; value: Inline }

/** Fields that follow one another stand in one box. */
function gathered(blocks: readonly PvBlock[]): PvBlock[] {
  const out: PvBlock[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (block.kind === 'fields' && last?.kind === 'fields' && !block.title && !last.title)
      out[out.length - 1] = { kind: 'fields', fields: [...last.fields, ...block.fields] }
    else out.push(block)
  }
  return out
}

interface Printer {
  instant(at: Date): string
  blocks(field: FormField, value: FieldValue): PvBlock[]
}

function createPrinter(
  locale: Locale,
  time: LegalTime,
  draw: (id: string, sketch: Sketch) => void,
  spoken: (text: string) => string,
): Printer {
  const instant = (at: Date): string => `${time.dateOf(at).split('-').toReversed().join('/')} ${time.timeOf(at)}`
  const row = (label: string, value: Inline): PvBlock[] => [{ kind: 'fields', fields: [{ label, value }] }]
  const ltr = (text: string): Inline => [{ text, ltr: true }]

  function blocks(field: FormField, value: FieldValue): PvBlock[] {
    const label = field.labels[locale]
    switch (value.type) {
      case 'text':
        return value.text.length > 120 || value.text.includes('\n')
          ? [{ kind: 'heading', text: label, level: 2 }, ...value.text.split('\n').filter(filled).map(paragraphOf)]
          : row(label, value.text)
      case 'rich-text':
        return [{ kind: 'heading', text: label, level: 2 }, ...printBlocks(value.doc)]
      case 'date-time':
        return value.at === null ? [] : row(label, ltr(instant(new Date(value.at))))
      case 'person':
        return value.people
          .filter((person) => nameOf(person) !== undefined)
          .flatMap((person, index, all) => personBlock(person, all.length > 1 ? `${label} (${index + 1})` : label))
      case 'choice': {
        const option = field.type === 'choice' ? field.options.find((each) => each.code === value.code) : undefined
        const text = [option?.labels[locale] ?? '', value.note ?? ''].filter(filled).join(' — ')
        return text === '' ? [] : row(label, text)
      }
      case 'boolean':
        return value.value === null ? [] : row(label, (value.value ? said.yes : said.no)[locale])
      case 'quantity': {
        const units = field.type === 'quantity' ? field.units : []
        const unit = units.find((each) => each.code === value.unit) ?? (units.length === 1 ? units[0] : undefined)
        return value.amount === null ? [] : row(label, `${value.amount} ${unit?.labels[locale] ?? ''}`.trim())
      }
      case 'list':
        return tableOf(field, value.rows)
      case 'question-answer': {
        const items = value.items.filter((item) => filled(item.question) || filled(item.answer))
        return [
          { kind: 'heading', text: label, level: 2 },
          ...items.map((item): PvBlock => ({ kind: 'exchange', question: item.question, answer: item.answer })),
        ]
      }
      case 'mention': {
        const text = mentionText(field, value, spoken, (at) => hourOf(locale, time, at))
        return text ? [paragraphOf(text)] : []
      }
      case 'sketch':
        return value.sketch ? sketchBlocks(field.id, label, value.sketch) : []
    }
  }

  function tableOf(field: FormField, rows: readonly Record<string, string | number | boolean | null>[]): PvBlock[] {
    if (field.type !== 'list') return []
    return [
      {
        kind: 'table',
        caption: field.labels[locale],
        columns: field.columns.map((column) => ({ title: column.labels[locale], share: column.share })),
        rows: rows.map((each) =>
          field.columns.map((column) => {
            const cell = each[column.id]
            if (cell === null || cell === undefined) return ''
            if (column.type === 'plate') return plateOf(String(cell))
            if (typeof cell === 'boolean') return (cell ? said.yes : said.no)[locale]
            return column.options?.find((option) => option.code === cell)?.labels[locale] ?? String(cell)
          }),
        ),
      },
    ]
  }

  function sketchBlocks(id: string, label: string, sketch: Sketch): PvBlock[] {
    draw(id, sketch)
    const named = filled(sketch.caption) ? sketch.caption : label
    const legend = sketch.symbols.flatMap((symbol, index) =>
      filled(symbol.label) ? [`(${index + 1}) ${symbol.label}`] : [],
    )
    const measures = sketch.lines.flatMap((line) => (filled(line.label) ? [line.label] : []))
    return [
      { kind: 'picture', asset: `${id}.svg`, alt: named, caption: named, width: 1 },
      ...(legend.length + measures.length > 0 ? [{ kind: 'list' as const, items: [...legend, ...measures] }] : []),
    ]
  }

  function personBlock(person: PersonStatement, title: string): PvBlock[] {
    if (person.protected) return row(title, person.alias ?? '')
    const fields = personAttributeLabels.flatMap(([attribute, labels]): Row[] => {
      const value = person[attribute]
      if (!filled(value)) return []
      return [{ label: labels[locale], value: attributeText(attribute, value) }]
    })
    const [only] = fields
    return fields.length === 1 && only ? row(title, only.value) : [{ kind: 'fields', title, fields }]
  }

  function attributeText(attribute: string, value: string): Inline {
    switch (attribute) {
      case 'sex':
        return wordOf(statementWords.sex, value)
      case 'civilStatus':
        return wordOf(statementWords.civilStatus, value)
      case 'documentKind':
        return wordOf(statementWords.documentKind, value)
      case 'nationality':
        return new Intl.DisplayNames([locale], { type: 'region' }).of(value) ?? value
      case 'birthDate':
        return ltr(value.split('-').toReversed().join('/'))
      case 'nameLatin':
      case 'documentNumber':
      case 'phone':
      case 'email':
        return ltr(value)
      default:
        return value
    }
  }

  const wordOf = (words: Readonly<Record<string, Text>>, code: string): string => words[code]?.[locale] ?? code

  return { instant, blocks }
}

/** A plate in its parts, drawn as one whatever the script of its letter; anything else from left to right. */
function plateOf(text: string): Inline {
  const parts = /^\s*(\d{1,6})\s*[-|\s]\s*(\p{L}{1,3})\s*[-|\s]\s*(\d{1,3})\s*$/u.exec(text)?.slice(1)
  return parts ? [{ plate: parts }] : [{ text, ltr: true }]
}

const paragraphOf = (text: string): PvBlock => ({ kind: 'paragraph', text })

/** The words of a print in their order, kept beside it: text cannot be had back from a PDF. */
export function printText(document: PvDocument): string {
  const plain = (value: Inline): string =>
    typeof value === 'string' ? value : value.map((run) => ('text' in run ? run.text : run.plate.join(' '))).join('')
  const lines = document.blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
        return [plain(block.text)]
      case 'heading':
        return [block.text]
      case 'exchange':
        return [plain(block.question), plain(block.answer)]
      case 'fields':
        return [
          ...(block.title ? [block.title] : []),
          ...block.fields.map((one) => `${one.label}: ${plain(one.value)}`),
        ]
      case 'table':
        return [
          block.caption ?? '',
          block.columns.map((column) => column.title).join('\t'),
          ...block.rows.map((cells) => cells.map(plain).join('\t')),
        ]
      case 'list':
        return block.items.map(plain)
      case 'picture':
        return [block.alt]
    }
  })
  return [
    document.title,
    document.reference,
    ...lines,
    ...(document.mentions ?? []).map((mention) => plain(mention.text)),
    document.closing === undefined ? '' : plain(document.closing),
    ...document.signatures.map((signature) => `${signature.role}: ${signature.name}`),
  ].join('\n')
}
