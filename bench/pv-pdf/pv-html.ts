import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundledFontDir } from '#platform/pdf/fonts.ts'
import type { Inline, PvBlock, PvDocument } from '#platform/pdf/index.ts'

// The same PV as a web page with the same fonts, for the browser to print: the way most systems make their documents.

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
}

function inline(value: Inline): string {
  if (typeof value === 'string') return escape(value)
  return value
    .map((run) => {
      if ('plate' in run) return `<bdi dir="ltr" class="plate">${run.plate.map(escape).join(' | ')}</bdi>`
      const text = run.ltr ? `<bdi dir="ltr">${escape(run.text)}</bdi>` : escape(run.text)
      return run.strong ? `<strong>${text}</strong>` : run.underline ? `<u>${text}</u>` : text
    })
    .join('')
}

function block(item: PvBlock): string {
  switch (item.kind) {
    case 'paragraph':
      return `<p>${inline(item.text)}</p>`
    case 'heading':
      return `<h2>${escape(item.text)}</h2>`
    case 'exchange':
      return `<p class="q"><b>س:</b> ${inline(item.question)}</p><p><b>ج:</b> ${inline(item.answer)}</p>`
    case 'fields':
      return `<dl>${item.fields.map((field) => `<dt>${escape(field.label)}</dt><dd>${inline(field.value)}</dd>`).join('')}</dl>`
    case 'table':
      return `<table><thead><tr>${item.columns.map((column) => `<th>${escape(column.title)}</th>`).join('')}</tr></thead>${item.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`)
        .join('')}</table>`
    case 'list':
      return `<ol>${item.items.map((one) => `<li>${inline(one)}</li>`).join('')}</ol>`
    case 'note':
      return `<aside>${inline(item.text)}</aside>`
    case 'picture':
      return ''
  }
}

function face(file: string, weight: number): string {
  return `@font-face{font-family:Amiri;font-weight:${weight};src:url(${pathToFileURL(join(bundledFontDir(), file)).href})}`
}

const style = `${face('400Regular/Amiri_400Regular.ttf', 400)}${face('700Bold/Amiri_700Bold.ttf', 700)}
body{font:13pt/1.5 Amiri;text-align:justify;margin:0}h1{text-align:center;font-size:20pt}header{display:flex;justify-content:space-between;border-bottom:2px solid}
dl{display:grid;grid-template-columns:auto 1fr;gap:2pt 12pt;border:1px solid;padding:8pt}dd{margin:0}table{width:100%;border-collapse:collapse}td,th{border:1px solid;padding:5pt}
p{margin:.5em 0}aside,.sign div{border:1px solid;padding:8pt}.plate{border:1px solid;padding:0 4pt}.sign{display:flex;gap:9pt}.sign div{flex:1;height:90pt}`

/** The page that the browser prints; fonts as files, as a server would keep them. */
export function pvHtml(pv: PvDocument): string {
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${escape(pv.title)}</title><style>${style}</style></head><body>
<header><div>${pv.unitChain.map(escape).join('<br>')}</div><div><bdi dir="ltr">${escape(pv.reference)}</bdi><br><bdi dir="ltr">${pv.act.date} ${pv.act.time}</bdi></div></header>
<h1>${escape(pv.title)}</h1>${pv.blocks.map(block).join('')}${(pv.mentions ?? []).map((mention) => `<p>${inline(mention.text)}</p>`).join('')}
<div class="sign">${pv.signatures.map((one) => `<div><b>${escape(one.role)}</b><br>${escape(one.name)}</div>`).join('')}</div></body></html>`
}
