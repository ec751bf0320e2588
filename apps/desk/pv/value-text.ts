import { type FieldValue, type RichText, personAttributes } from '#contracts/documents/content.ts'
import type { FormField } from '#contracts/documents/form.ts'
import type { useLanguage } from '../i18n/language.tsx'

type Language = Pick<ReturnType<typeof useLanguage>, 't' | 'pick'>

/** What a field holds, as text to be compared at a glance; not what is printed. Empty where nothing is said. */
export function valueText(field: FormField, value: FieldValue | undefined, { t, pick }: Language): string {
  const labelOf = (
    options: readonly { readonly code: string; readonly labels: Parameters<typeof pick>[0] }[],
    code: string,
  ): string => {
    const option = options.find((each) => each.code === code)
    return option ? pick(option.labels) : code
  }
  switch (value?.type) {
    case undefined:
      return ''
    case 'text':
      return value.text
    case 'rich-text':
      return richText(value.doc)
    case 'date-time':
      return value.at ?? ''
    case 'person':
      return value.people
        .map(
          (person) =>
            personAttributes.flatMap((attribute) => person[attribute] ?? []).join(' · ') || (person.alias ?? ''),
        )
        .join('\n')
    case 'choice':
      return value.code === null
        ? ''
        : [labelOf(field.type === 'choice' ? field.options : [], value.code), value.note ?? '']
            .filter(Boolean)
            .join(' · ')
    case 'boolean':
      return value.value === null ? '' : t(value.value ? 'answer.yes' : 'answer.no')
    case 'quantity':
      return value.amount === null
        ? ''
        : [value.amount, value.unit ? labelOf(field.type === 'quantity' ? field.units : [], value.unit) : '']
            .join(' ')
            .trim()
    case 'list':
      return value.rows
        .map((row) =>
          Object.values(row)
            .filter((cell) => cell !== null)
            .join(' · '),
        )
        .join('\n')
    case 'question-answer':
      return value.items.map(({ question, answer }) => `${question}\n${answer}`).join('\n\n')
    case 'mention':
      return value.variant === null
        ? ''
        : [labelOf(field.type === 'mention' ? field.variants : [], value.variant), value.note ?? '']
            .filter(Boolean)
            .join(' · ')
    case 'sketch':
      return value.sketch ? t('draft.sketch', { count: value.sketch.lines.length + value.sketch.symbols.length }) : ''
  }
}

function richText(doc: RichText): string {
  return doc.content.map(nodeText).join('\n').trim()
}

interface Node {
  readonly type: string
  readonly text?: string
  readonly content?: readonly Node[] | undefined
}

function nodeText(node: Node): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  const between = node.type === 'paragraph' || node.type === 'question' ? '' : node.type === 'tableRow' ? '\t' : '\n'
  return (node.content ?? []).map(nodeText).join(between)
}
