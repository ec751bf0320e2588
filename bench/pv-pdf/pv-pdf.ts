// PV to PDF: our renderer beside a browser printing the same PV, in one run on one machine. Every print is a different
// document, so that nothing can be answered from a cache.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { createPdfRenderer, pvPrint } from '#platform/pdf/index.ts'
import type { Inline, PdfRenderer, PvBlock, PvDocument } from '#platform/pdf/index.ts'
import { samplePv } from '#platform/pdf/testing/sample-prints.ts'
import { percentile } from '../bench-result.ts'
import type { BenchResult } from '../bench-result.ts'
import { pvHtml } from './pv-html.ts'

export interface PvPdfRow extends Record<string, string | number> {
  engine: 'typst' | 'chromium'
  document: string
  pages: number
  prints: number
  firstMs: number
  /** Milliseconds a document, warm. */
  p50: number
  p95: number
  /** The same by its pages. */
  pageP50: number
  pageP95: number
}

const wantedRatio = 10
/** Makes ready what may lie there beforehand; the call it gives back is timed and answers with the pages. */
type Print = (pv: PvDocument) => () => Promise<number>

/**
 * A complaint of two pages, or with more `rounds` a long hearing. All that a person types into it, each answer, name, cell
 * and item, is marked by `seed` and thus different from every other print; the wording of the house stays, as it does.
 */
function pvOf(seed: number, rounds: number): PvDocument {
  const exchanges = samplePv.blocks.filter((block) => block.kind === 'exchange')
  // Two figures always, so that every print has the same length.
  const marked = (text: Inline, mark = 10 + seed): Inline => [
    { text: `${mark} ` },
    ...(typeof text === 'string' ? [{ text }] : text),
  ]
  const blockOf = (block: PvBlock, index: number): PvBlock => {
    const own = seed * 97 + index
    switch (block.kind) {
      case 'paragraph':
      case 'note':
        return { ...block, text: marked(block.text) }
      case 'exchange':
        return { ...block, question: marked(block.question, own), answer: marked(block.answer, own) }
      case 'fields':
        return { ...block, fields: block.fields.map((field) => ({ ...field, value: marked(field.value) })) }
      case 'table':
        return {
          ...block,
          rows: block.rows.map(([place = '', ...cells]) => [place, ...cells.map((cell) => marked(cell))]),
        }
      case 'list':
        return { ...block, items: block.items.map((item) => marked(item)) }
      case 'heading':
      case 'picture':
        return block
    }
  }
  return {
    ...samplePv,
    subject: `${samplePv.subject} ${10 + seed}`,
    reference: `2026/D02/${String(seed).padStart(6, '0')}`,
    caseReference: `2026/D02/${String(seed + 1000).padStart(6, '0')}`,
    blocks: [...samplePv.blocks, ...Array.from({ length: rounds }, () => exchanges).flat()].map(blockOf),
    signatures: samplePv.signatures.map((one) => ({ ...one, name: `${one.name} ${10 + seed}` })),
  }
}

interface Engine {
  name: PvPdfRow['engine']
  print: Print
}

// Turn about, so that whatever else the machine does weighs on both.
async function measure(engines: readonly Engine[], document: string, rounds: number): Promise<PvPdfRow[]> {
  const runs = engines.map((engine) => ({ engine, pages: new Set<number>(), times: [] as number[] }))
  for (let seed = 0; seed < warmUp + prints; seed += 1) {
    for (const { engine, pages, times } of runs) {
      const go = engine.print(pvOf(seed, rounds))
      const start = performance.now()
      pages.add(await go())
      times.push(performance.now() - start)
      // A browser goes on clearing up after its tab is closed; that must not weigh on the other.
      await setTimeout(150)
    }
  }
  return runs.map(({ engine, pages, times }) => {
    const [length = 0] = pages
    if (pages.size !== 1 || length < 2) throw new Error(`${engine.name} printed another length than was put in`)
    const warm = times.slice(warmUp)
    const round = (value: number): number => Number(value.toFixed(1))
    return {
      engine: engine.name,
      document,
      pages: length,
      prints,
      firstMs: Math.round(times[0] ?? 0),
      p50: round(percentile(warm, 0.5)),
      p95: round(percentile(warm, 0.95)),
      pageP50: round(percentile(warm, 0.5) / length),
      pageP95: round(percentile(warm, 0.95) / length),
    }
  })
}

const warmUp = 3
const prints = 30

// `judged` by docs/adr/0010-what-the-pdf-bench-compares.md.
const documents = [
  { document: 'complaint', rounds: 0, judged: true },
  { document: 'long hearing', rounds: 12, judged: false },
] as const

const browserArguments =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

function typstEngine(renderer: PdfRenderer): Engine {
  const creationDate = new Date('2026-11-23T10:30:00Z')
  return {
    name: 'typst',
    print: (pv) => async () => (await renderer.typeset(pvPrint(pv, { creationDate }))).pages,
  }
}

// One browser kept warm, a tab for each print: what one person's document leaves behind must not meet the next.
function browserEngine(browser: Browser, folder: string): Engine {
  return {
    name: 'chromium',
    print: (pv) => {
      const path = join(folder, 'pv.html')
      writeFileSync(path, pvHtml(pv))
      return async () => {
        const page = await browser.newPage()
        try {
          await page.goto(pathToFileURL(path).href, { waitUntil: 'load' })
          const margin = { top: 60, bottom: 90, left: 60, right: 70 }
          const pdf = await page.pdf({ format: 'A4', tagged: true, printBackground: true, margin })
          return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
        } finally {
          await page.close()
        }
      }
    },
  }
}

/** Runs the comparison. `ok` where the usual complaint takes our renderer at most a tenth of the time that the browser takes
 * for the same PV; the long hearing is measured and shown beside it, without a verdict. */
export async function run(): Promise<BenchResult & { name: 'pv-pdf'; rows: PvPdfRow[] }> {
  const renderer = createPdfRenderer()
  const folder = mkdtempSync(join(tmpdir(), 'daira-pv-'))
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: browserArguments.split(' '),
  })
  const rows: PvPdfRow[] = []
  try {
    const engines = [typstEngine(renderer), browserEngine(browser, folder)]
    for (const { document, rounds } of documents) rows.push(...(await measure(engines, document, rounds)))
  } finally {
    await Promise.all([renderer.close(), browser.close()])
    rmSync(folder, { recursive: true, force: true })
  }
  const ratios = documents.map(({ document, judged }) => {
    const [row, other] = rows.filter((one) => one.document === document)
    if (!row || !other) throw new Error(`no rows for ${document}`)
    return { row, other, judged, ratio: other.p50 / row.p50 }
  })
  return {
    name: 'pv-pdf',
    rows,
    figure: ratios
      .map(
        ({ row, other, judged, ratio }) =>
          `${row.document}${judged ? '' : ' (not judged)'} ${ratio.toFixed(1)}× (${row.p50} ms, ${row.pageP50} a page; Chromium ${other.p50} ms, ${other.pageP50} a page)`,
      )
      .join('; '),
    bar: `complaint ≥ ${wantedRatio}× Chromium print of it in the same run`,
    ok: ratios.every(({ judged, ratio }) => !judged || ratio >= wantedRatio),
    notes: [
      'Every print is a different document in all that a person types; both engines are warm, and the browser opens a tab for each.',
    ],
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const result = await run()
  console.table(result.rows)
  console.log(`${result.name}: ${result.figure}; bar ${result.bar}: ${result.ok ? 'reached' : 'MISSED'}`)
  for (const note of result.notes ?? []) console.log(note)
  if (!result.ok) process.exitCode = 1
}
