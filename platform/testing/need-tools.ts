import { spawnSync } from 'node:child_process'

const packages = {
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfsig: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  chromium: 'chromium',
} as const

/** Programs some tests check the product with; none is needed to run it. */
export type Tool = keyof typeof packages

/**
 * Makes a test file fail, with the line that repairs it, where an outside program it judges by is missing.
 * A check that is passed over in silence would look like one that was passed.
 * @throws Error naming the `apt-get` line.
 */
export function needTools(...tools: Tool[]): void {
  const missing = tools.filter((tool) => spawnSync('which', [tool], { stdio: 'ignore' }).status !== 0)
  if (missing.length === 0) return
  const names = [...new Set(missing.map((tool) => packages[tool]))]
  throw new Error(`Missing: ${missing.join(', ')}. Run: apt-get install -y ${names.join(' ')}`)
}
