import type { Reading, ReadingPart, ReadingRun } from '#contracts/documents/reading.ts'
import { type Inline, type PvDocument, printLabels, pvOpening } from '#platform/pdf/index.ts'
import type { Locale } from '#platform/i18n/text.ts'

/** What a print says, part by part: the same words, from the same document, for reading back. */
export function readingOf(document: PvDocument, language: Locale): Reading {
  let exchanges = 0
  const blocks = document.blocks.map((block): ReadingPart => {
    switch (block.kind) {
      case 'heading':
        return { kind: 'heading', text: block.text }
      case 'paragraph':
      case 'note':
        return { kind: 'paragraph', text: runsOf(block.text) }
      case 'exchange':
        exchanges += 1
        return {
          kind: 'exchange',
          number: exchanges,
          question: runsOf(block.question),
          answer: runsOf(block.answer),
        }
      case 'fields':
        return {
          kind: 'fields',
          title: block.title ?? null,
          fields: block.fields.map(({ label, value }) => ({ label, value: runsOf(value) })),
        }
      case 'table':
        return {
          kind: 'table',
          caption: block.caption ?? null,
          columns: block.columns.map((column) => column.title),
          rows: block.rows.map((row) => row.map(runsOf)),
        }
      case 'list':
        return { kind: 'list', ordered: block.ordered ?? false, items: block.items.map(runsOf) }
      case 'picture':
        return { kind: 'paragraph', text: runsOf(block.alt) }
    }
  })
  const said: Inline[] = [
    ...(document.mentions ?? []).map((mention) => mention.text),
    ...(document.closing === undefined ? [] : [document.closing]),
  ]
  return {
    language,
    title: document.title,
    question: printLabels[language].question,
    answer: printLabels[language].answer,
    parts: [
      { kind: 'paragraph', text: runsOf(pvOpening(document, language)) },
      ...blocks,
      ...said.map((text): ReadingPart => ({ kind: 'paragraph', text: runsOf(text) })),
    ],
  }
}

function runsOf(value: Inline): ReadingRun[] {
  if (typeof value === 'string') return [{ text: value }]
  return value.map((run) => ('plate' in run ? { text: run.plate.join(' '), ltr: true } : run))
}
