import type { RichBlock, RichInline, RichParagraph, RichText } from '#contracts/documents/content.ts'
import type { Inline, PvBlock } from '#platform/pdf/index.ts'

const inlinesOf = (paragraph: RichParagraph): readonly RichInline[] => paragraph.content ?? []

/** The text alone, a line feed between paragraphs; what a search reads and what is kept beside the print. */
export function plainText(doc: RichText): string {
  return doc.content.map(blockText).join('\n').trim()
}

function blockText(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(inlinesOf(block))
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => item.content.map((each) => inlineText(inlinesOf(each))).join('\n')).join('\n')
    case 'table':
      return block.content.map((row) => row.content.map((cell) => paragraphsText(cell.content)).join('\t')).join('\n')
    case 'exchange': {
      const [question, answer] = block.content
      return `${inlineText(question.content ?? [])}\n${paragraphsText(answer.content)}`
    }
  }
}

const paragraphsText = (paragraphs: readonly RichParagraph[]): string =>
  paragraphs.map((each) => inlineText(inlinesOf(each))).join('\n')

const inlineText = (content: readonly RichInline[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : '\n')).join('')

/** True where a person would say that nothing is written. */
export function isBlank(doc: RichText): boolean {
  return plainText(doc).trim() === ''
}

type Run = Exclude<Inline, string>[number]

function runsOf(content: readonly RichInline[]): Run[] {
  return content.map((node): Run => {
    if (node.type === 'hardBreak') return { text: '\n' }
    const has = (type: string): boolean => node.marks?.some((mark) => mark.type === type) ?? false
    return {
      text: node.text,
      ...(has('bold') ? { strong: true } : {}),
      ...(has('italic') ? { emphasis: true } : {}),
      ...(has('underline') ? { underline: true } : {}),
      ...(has('strike') ? { struck: true } : {}),
      ...(has('ltr') ? { ltr: true } : {}),
    }
  })
}

/** Paragraphs in one piece, for a list item, a cell, an answer. */
function joined(paragraphs: readonly RichParagraph[]): Run[] {
  return paragraphs.flatMap((each, index) => [...(index === 0 ? [] : [{ text: '\n' }]), ...runsOf(inlinesOf(each))])
}

/** Blocks of a print; paragraphs without text are left out. */
export function printBlocks(doc: RichText): PvBlock[] {
  return doc.content.flatMap((block): PvBlock[] => {
    switch (block.type) {
      case 'paragraph':
        return inlineText(inlinesOf(block)).trim() === '' ? [] : [{ kind: 'paragraph', text: runsOf(inlinesOf(block)) }]
      case 'bulletList':
      case 'orderedList':
        return [
          {
            kind: 'list',
            ordered: block.type === 'orderedList',
            items: block.content.map((item) => joined(item.content)),
          },
        ]
      case 'table':
        return [printTable(block)]
      case 'exchange': {
        const [question, answer] = block.content
        return [{ kind: 'exchange', question: runsOf(question.content ?? []), answer: joined(answer.content) }]
      }
    }
  })
}

function printTable(table: Extract<RichBlock, { type: 'table' }>): PvBlock {
  const width = Math.max(...table.content.map((row) => row.content.length))
  const [first, ...rest] = table.content
  const hasHead = first?.content.every((cell) => cell.type === 'tableHeader') ?? false
  const titles = hasHead && first ? first.content.map((cell) => paragraphsText(cell.content)) : []
  const rows = hasHead ? rest : table.content
  return {
    kind: 'table',
    columns: Array.from({ length: width }, (_, at) => ({ title: titles[at] ?? '' })),
    rows: rows.map((row) =>
      Array.from({ length: width }, (_, at) => {
        const cell = row.content[at]
        return cell ? joined(cell.content) : ''
      }),
    ),
  }
}

/** Plain lines as a document, a paragraph each. */
export function docOf(text: string): RichText {
  return {
    type: 'doc',
    content: text.split('\n').map((line) => ({
      type: 'paragraph' as const,
      ...(line === '' ? {} : { content: [{ type: 'text' as const, text: line }] }),
    })),
  }
}
