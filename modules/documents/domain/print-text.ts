import type { Inline, PvDocument } from '#platform/pdf/index.ts'

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
