import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PdfFound {
  readonly signature: 'valid' | 'broken' | 'none'
  /** The signature covers the whole file. */
  readonly whole: boolean
  readonly structure: 'sound' | 'damaged'
}

/** What pdfsig and qpdf, made by others, say of a PDF. */
export async function checkPdf(bytes: Buffer): Promise<PdfFound> {
  const folder = await mkdtemp(join(tmpdir(), 'daira-pdf-'))
  try {
    const file = join(folder, 'check.pdf')
    await writeFile(file, bytes)
    const signed = await run('pdfsig', ['-nocert', file])
    const shape = await run('qpdf', ['--check', file])
    return {
      signature: /Signature is Valid/.test(signed.out)
        ? 'valid'
        : /Signature Validation/.test(signed.out)
          ? 'broken'
          : 'none',
      whole: /Total document signed/.test(signed.out),
      structure: shape.code === 0 ? 'sound' : 'damaged',
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(name: string, args: readonly string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve, reject) => {
    execFile(name, args, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr })
    })
  })
}
