// The typesetter in a process of its own. A process rather than a thread, because a compilation is native code that no
// thread can be called back from, because its fonts are chosen by an environment variable, and because a crash in it must
// not take the server along.
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { loadFonts } from './fonts.ts'
import { PdfError } from './pdf-error.ts'
import type { PdfDiagnostic } from './pdf-error.ts'
import type { RenderAnswer, RenderJob } from './render-protocol.ts'

const [fontDir, templateDir] = process.argv.slice(2)
if (fontDir === undefined || templateDir === undefined) throw new Error('usage: render-worker FONT_DIR TEMPLATE_DIR')
const templates: string = templateDir

const fonts = loadFonts(fontDir)
const allowedFonts = new Set(fonts.map((font) => font.postScriptName))
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontBlobs: fonts.map((font) => font.bytes) }],
})

// PDF/A-2a: tagged, so that the reading order of right-to-left text is stated and not guessed.
const pdfStandard = 'a-2a'
// Of the typesetter's warnings only this one depends on the text alone and leaves a correct, if less even, page.
const tolerated = /did not converge/

function diagnosticsOf(error: NodeError | null): PdfDiagnostic[] {
  if (error === null) return []
  return error.shortDiagnostics.map((entry: { message: string; path?: string }) => ({
    message: entry.message,
    ...(entry.path ? { path: entry.path.replace(`${templates}/`, '') } : {}),
  }))
}

function refuse(diagnostics: PdfDiagnostic[]): never {
  const text = diagnostics.map((line) => line.message).join('\n')
  const unprintable = [...text.matchAll(/the text `(.+?)` could not be displayed/gs)].map(([, piece = '']) =>
    piece.replace(/^"|"$/g, ''),
  )
  if (unprintable.length > 0) throw new PdfError('PDF_CHARACTER_UNPRINTABLE', diagnostics, { unprintable })
  if (/unknown font family/.test(text)) throw new PdfError('PDF_FONT_UNKNOWN', diagnostics)
  throw new PdfError('PDF_TEMPLATE_ERROR', diagnostics)
}

// Export errors arrive as a thrown Error whose text is a Rust debug print in `code`.
function exportDiagnostics(error: unknown): PdfDiagnostic[] {
  const raw = error instanceof Error ? ((error as Error & { code?: string }).code ?? error.message) : String(error)
  const messages = [...raw.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => ({
    message: message.replace(/\\(.)/g, '$1'),
  }))
  return messages.length > 0 ? messages : [{ message: raw }]
}

function typeset(job: RenderJob): { pdf: Uint8Array; pages: number } {
  const inputPath = join(templates, 'input.json')
  compiler.mapShadow(inputPath, Buffer.from(job.input))
  const assetPaths = Object.entries(job.assets).map(([name, bytes]) => {
    const path = join(templates, 'assets', name)
    compiler.mapShadow(path, Buffer.from(bytes))
    return path
  })
  try {
    const result = compiler.compile({ mainFileContent: job.template })
    const document = result.result
    if (document === null) refuse(diagnosticsOf(result.takeError()))
    const warnings = diagnosticsOf(result.takeWarnings()).filter((line) => !tolerated.test(line.message))
    if (warnings.length > 0) refuse(warnings)
    let pdf: Buffer
    try {
      pdf = compiler.pdf(document, { pdfStandard, creationTimestamp: job.createdAtSeconds })
    } catch (error) {
      refuse(exportDiagnostics(error))
    }
    refuseForeignFonts(pdf)
    return { pdf, pages: document.numOfPages }
  } finally {
    for (const path of assetPaths) compiler.unmapShadow(path)
    compiler.unmapShadow(inputPath)
  }
}

// The typesetter carries fonts of its own and on some systems still finds the machine's: what went into the file decides.
function refuseForeignFonts(pdf: Buffer): void {
  const used = [...pdf.toString('latin1').matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map(
    ([, name = '']) => name.replace(/-Identity-H$/, ''),
  )
  const foreign = [...new Set(used)].filter((name) => !allowedFonts.has(name))
  if (foreign.length > 0) {
    throw new PdfError('PDF_FONT_UNKNOWN', [{ message: `fonts that are not the project's: ${foreign.join(', ')}` }])
  }
}

function answer(message: RenderAnswer): void {
  process.send?.(message)
}

process.on('message', (job: RenderJob) => {
  try {
    answer({ kind: 'done', id: job.id, ...typeset(job) })
  } catch (error) {
    const failure = error instanceof PdfError ? error : new PdfError('PDF_TEMPLATE_ERROR', [{ message: String(error) }])
    answer({
      kind: 'failed',
      id: job.id,
      code: failure.code,
      diagnostics: [...failure.diagnostics],
      unprintable: [...failure.unprintable],
    })
  }
  // After the answer: what the next prints may reuse is sorted out while the caller already has this one.
  compiler.evictCache(10)
})
// Ctrl-C reaches the whole group; the parent decides when the last print is out.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit(0))
answer({ kind: 'ready' })
