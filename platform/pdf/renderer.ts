import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundledFontDir } from './fonts.ts'
import { PdfError } from './pdf-error.ts'
import type { RenderAnswer, RenderJob } from './render-protocol.ts'

/** Languages a print can be in; the first is the default of the house. */
export type PdfLocale = 'ar' | 'fr' | 'en'

/** One print. The same request gives the same bytes. */
export interface RenderRequest {
  /** Typst source; may `#import "/common.typ"`. Never built from what people typed: that goes through `data`. */
  template: string
  /** Anything JSON can carry; templates read it as `json("/input.json").data`. */
  data: unknown
  /** Language of the document; `ar` sets it from right to left. */
  locale: PdfLocale
  /** Title in the document's properties. */
  title: string
  /** Instant written as creation date. */
  creationDate: Date
  /** Pictures (PNG, JPEG, SVG) by file name; templates find them under `/assets/`. */
  assets?: Record<string, Uint8Array>
}

/** Makes PDF/A prints. Close it, or let the process end: workers follow. */
export interface PdfRenderer {
  /** @throws PdfError */
  render(request: RenderRequest): Promise<Uint8Array>
  /** As `render`, with the number of pages, which a paper copy is reconciled with. @throws PdfError */
  typeset(request: RenderRequest): Promise<{ pdf: Uint8Array; pages: number }>
  /** Starts the workers before the first print needs them. */
  warm(): Promise<void>
  /** Ends the workers; prints not yet made fail with `PDF_CLOSED`. */
  close(): Promise<void>
}

export interface PdfRendererOptions {
  /** Folder of the TrueType fonts; the project's own by default. */
  fontDir?: string
  /** Worker processes, each about 130 MB. */
  workers?: number
  /** A print that takes longer is given up and its worker replaced, in milliseconds. */
  timeoutMs?: number
}

interface Pending {
  job: RenderJob
  resolve: (made: { pdf: Uint8Array; pages: number }) => void
  reject: (error: PdfError) => void
}

interface Worker {
  child: ChildProcess
  ready: Promise<void>
  current?: Pending
  timer?: NodeJS.Timeout
}

const workerFile = fileURLToPath(new URL('./render-worker.ts', import.meta.url))
const noSystemFonts = fileURLToPath(new URL('./no-system-fonts.conf', import.meta.url))
const templateDir = fileURLToPath(new URL('./templates', import.meta.url))
const assetName = /^[\w-]+(\.[\w-]+)*\.(png|jpe?g|svg)$/i

/**
 * A renderer of prints: Typst in worker processes, fed from one queue, so that no print holds up a request.
 * Output is PDF/A-2a with the project's fonts only. A missing glyph, an unknown font, a warning of the typesetter are
 * errors: a PV with an empty box in it must not come into being.
 */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  const { fontDir = bundledFontDir(), workers: size = 1, timeoutMs = 60_000 } = options
  const workers = new Set<Worker>()
  const queue: Pending[] = []
  let nextId = 1
  let closed = false

  function startWorker(): Worker {
    const child = fork(workerFile, [fontDir, templateDir], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'], FONTCONFIG_FILE: noSystemFonts, LANG: 'C.UTF-8' },
    })
    const ready = Promise.withResolvers<void>()
    ready.promise.catch(() => undefined)
    const worker: Worker = { child, ready: ready.promise }
    workers.add(worker)
    child.on('message', (answer: RenderAnswer) => {
      if (answer.kind === 'ready') ready.resolve()
      else settle(worker, answer)
    })
    child.on('error', (error) => lose(worker, error.message))
    child.on('exit', (code, signal) => {
      lose(worker, `the typesetter ended (${signal ?? code ?? 'unknown'})`)
      ready.reject(new PdfError('PDF_WORKER_DIED', [{ message: 'the typesetter did not start' }]))
    })
    return worker
  }

  function settle(worker: Worker, answer: Exclude<RenderAnswer, { kind: 'ready' }>): void {
    const pending = worker.current
    if (pending === undefined || pending.job.id !== answer.id) return
    free(worker)
    if (answer.kind === 'done') pending.resolve({ pdf: answer.pdf, pages: answer.pages })
    else pending.reject(new PdfError(answer.code, answer.diagnostics, { unprintable: answer.unprintable }))
    dispatch()
  }

  function free(worker: Worker): void {
    delete worker.current
    clearTimeout(worker.timer)
    rest(worker)
  }

  // An idle worker must not keep the process alive.
  function rest(worker: Worker): void {
    worker.child.unref()
    worker.child.channel?.unref()
  }

  function lose(worker: Worker, message: string): void {
    if (!workers.delete(worker)) return
    const pending = worker.current
    clearTimeout(worker.timer)
    delete worker.current
    pending?.reject(new PdfError(closed ? 'PDF_CLOSED' : 'PDF_WORKER_DIED', [{ message }]))
    if (!closed) dispatch()
  }

  function dispatch(): void {
    while (queue.length > 0) {
      const idle = [...workers].find((worker) => worker.current === undefined)
      const worker = idle ?? (workers.size < size ? startWorker() : undefined)
      if (worker === undefined) return
      const pending = queue.shift()
      if (pending === undefined) return
      worker.current = pending
      worker.child.ref()
      worker.child.channel?.ref()
      worker.timer = setTimeout(() => giveUp(worker), timeoutMs)
      worker.child.send(pending.job, (error) => {
        if (error !== null) lose(worker, error.message)
      })
    }
  }

  function giveUp(worker: Worker): void {
    const pending = worker.current
    delete worker.current
    workers.delete(worker)
    worker.child.kill('SIGKILL')
    pending?.reject(new PdfError('PDF_TIMED_OUT', [{ message: `no print within ${timeoutMs} ms` }]))
    dispatch()
  }

  function typeset(request: RenderRequest): Promise<{ pdf: Uint8Array; pages: number }> {
    if (closed) return Promise.reject(new PdfError('PDF_CLOSED', [{ message: 'the renderer is closed' }]))
    let job: RenderJob
    try {
      job = jobOf(request, nextId)
    } catch (error) {
      return Promise.reject(error instanceof PdfError ? error : invalid(String(error)))
    }
    nextId += 1
    return new Promise((resolve, reject) => {
      queue.push({ job, resolve, reject })
      dispatch()
    })
  }

  return {
    typeset,
    render: async (request) => (await typeset(request)).pdf,
    async warm() {
      while (workers.size < size) startWorker()
      await Promise.all([...workers].map((worker) => worker.ready))
      for (const worker of workers) if (worker.current === undefined) rest(worker)
    },
    async close() {
      closed = true
      for (const pending of queue.splice(0)) {
        pending.reject(new PdfError('PDF_CLOSED', [{ message: 'the renderer was closed' }]))
      }
      const living = [...workers].filter(({ child }) => child.exitCode === null && child.signalCode === null)
      await Promise.all(
        living.map(({ child }) => {
          child.ref()
          if (child.connected) child.disconnect()
          return new Promise<void>((resolve) => child.once('exit', () => resolve()))
        }),
      )
    },
  }
}

function invalid(message: string): PdfError {
  return new PdfError('PDF_DATA_INVALID', [{ message }])
}

function jobOf(request: RenderRequest, id: number): RenderJob {
  // A package import would make the typesetter fetch it from the network.
  if (/["']@[\w-]+\//.test(request.template)) throw invalid('a template may not import packages')
  const assets = request.assets ?? {}
  for (const name of Object.keys(assets)) {
    if (!assetName.test(name)) throw invalid(`not a picture file name: ${name}`)
  }
  const createdAtSeconds = Math.floor(request.creationDate.getTime() / 1000)
  if (!Number.isSafeInteger(createdAtSeconds)) throw invalid('the creation date is not a date')
  const { locale, title, data } = request
  return { id, template: request.template, input: JSON.stringify({ locale, title, data }), assets, createdAtSeconds }
}
