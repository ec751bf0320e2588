import type { FieldValue, PersonStatement, Sketch } from '#contracts/documents/content.ts'
import type { FormField } from '#contracts/documents/form.ts'
import type { Inline, PvBlock } from '#platform/pdf/index.ts'
import { type Locale, type Text, fill } from '#platform/i18n/text.ts'
import type { LegalTime } from './legal-time.ts'
import { filled, nameOf } from './people.ts'
import { personAttributeLabels, statementWords } from './person-labels.ts'
import { printBlocks } from './rich-text.ts'

/** Words of a print that no form brings. */
export const said = {
  place: { ar: 'مكان الإجراء', fr: 'Lieu de l’acte', en: 'Place of the act' },
  draftedAt: { ar: 'ساعة تحرير المحضر', fr: 'Heure de rédaction', en: 'Hour of drafting' },
  atHour: { ar: '(على الساعة {time})', fr: '(à {time})', en: '(at {time})' },
  yes: { ar: 'نعم', fr: 'Oui', en: 'Yes' },
  no: { ar: 'لا', fr: 'Non', en: 'No' },
  draft: { ar: 'مسودة غير موقعة', fr: 'Brouillon non signé', en: 'Unsigned draft' },
} as const satisfies Record<string, Text>

export const hourOf = (locale: Locale, time: LegalTime, at: string): string =>
  fill(said.atHour[locale], { time: time.timeOf(new Date(at)) })

export function mentionText(
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

export interface Printer {
  instant(at: Date): string
  blocks(field: FormField, value: FieldValue): PvBlock[]
}

/** Prints what a field holds, in the language of the form. */
export function createPrinter(
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
