import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needTools } from '#platform/testing/need-tools.ts'
import { bundledFontDir, loadFonts } from './fonts.ts'
import { PdfError } from './pdf-error.ts'
import { pvPrint, receiptPrint } from './prints.ts'
import { createPdfRenderer } from './renderer.ts'
import type { RenderRequest } from './renderer.ts'
import { samplePv, sampleReceipt } from './testing/sample-prints.ts'

needTools('pdffonts', 'pdfinfo', 'pdftoppm', 'pdftotext', 'qpdf')

const creationDate = new Date('2026-11-23T10:30:00Z')
const renderer = createPdfRenderer()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daira-pdf-'))
})
afterAll(async () => {
  await renderer.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(tool: string, ...args: string[]): string {
  const done = spawnSync(tool, args, { encoding: 'utf8' })
  // poppler 22 expects an object where ISO 32000-1, table 321, has a boolean.
  const complaints = done.stderr.split('\n').filter((line) => !/^$|Suspects object is wrong type/.test(line))
  expect(complaints, `${tool} ${args.join(' ')}`).toEqual([])
  expect(done.status, `${tool}: ${done.stderr}`).toBe(0)
  return done.stdout
}

function save(name: string, pdf: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, pdf)
  return path
}

function plain(template: string, data: unknown = {}): RenderRequest {
  return { template, data, locale: 'ar', title: 'تجربة', creationDate }
}

const ours = '#set document(title: "x")\n#set text(font: "Amiri", fallback: false, lang: "ar")\n'

async function failure(request: RenderRequest): Promise<PdfError> {
  const outcome = await renderer.render(request).then(
    () => new Error('it was printed'),
    (error: unknown) => error,
  )
  if (!(outcome instanceof PdfError)) throw outcome
  return outcome
}

describe('a procès-verbal in Arabic', () => {
  let path = ''
  let pages = 0
  beforeAll(async () => {
    const made = await renderer.typeset(pvPrint(samplePv, { creationDate }))
    pages = made.pages
    path = save('pv.pdf', made.pdf)
  })

  it('has the pages it says it has', () => {
    expect(pages).toBe(2)
    expect(run('pdfinfo', path)).toMatch(/^Pages:\s+2$/m)
  })

  it('is well formed, tagged and declares PDF/A-2a with its output intent', () => {
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors')
    expect(run('pdfinfo', path)).toMatch(/^Tagged:\s+yes$/m)
    const metadata = run('pdfinfo', '-meta', path)
    expect(metadata).toMatch(/pdfaid:part>2</)
    expect(metadata).toMatch(/pdfaid:conformance>A</)
    const file = run('qpdf', '--qdf', '--object-streams=disable', path, '-')
    expect(file).toContain('/GTS_PDFA1')
    expect(file).toMatch(/\/Lang \(ar/)
  })

  it('carries exactly the fonts of the project, embedded and mapped to Unicode', () => {
    const rows = run('pdffonts', path).trim().split('\n').slice(2)
    expect(
      rows
        .map((row) => row.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, ''))
        .toSorted((a = '', b = '') => a.localeCompare(b)),
    ).toEqual(['Amiri-Bold', 'Amiri-Regular'])
    for (const row of rows) expect(row).toMatch(/Identity-H\s+yes yes yes/)
  })

  it('gives its words back in reading order', () => {
    const text = run('pdftotext', '-layout', path, '-').normalize('NFKC')
    const words =
      'محضر استماع المديرية العامة للأمن الوطني الموضوع شكاية السرقة المصرحة التصريحات الهاتف التوقيعات'.split(' ')
    const found = words.filter((word) => text.includes(word))
    expect(found.length, `missing: ${words.filter((word) => !found.includes(word)).join(' ')}`).toBeGreaterThanOrEqual(
      11,
    )
    for (const run of ['2026/D02/001234', 'Samsung Galaxy A54', '+212 6 12 34 56 78', '12 500,50', '1987-05-03']) {
      expect(text).toContain(run)
    }
  })

  it('is the same file for the same input and date, from any worker', async () => {
    const other = createPdfRenderer({ workers: 2 })
    try {
      const request = pvPrint(samplePv, { creationDate })
      const [first, second, third] = await Promise.all([
        renderer.render(request),
        other.render(request),
        other.render(request),
      ])
      expect(Buffer.compare(first, second)).toBe(0)
      expect(Buffer.compare(second, third)).toBe(0)
    } finally {
      await other.close()
    }
  })
})

describe('one print after another', () => {
  // Of fixed wording, as most of a PV is: what one print laid out is there for the next.
  const mention = { kind: 'rights', text: 'أشعر المصرح بالحقوق التي يخولها له القانون، وتليت عليه تصريحاته. ' } as const
  const numbered = (number: string, salt: string): RenderRequest =>
    pvPrint(
      {
        ...samplePv,
        title: `محضر ${number}`,
        reference: `2026/D02/${number}`,
        mentions: Array.from({ length: 150 }, (_, index) => ({
          ...mention,
          text: `${salt}${index} ${mention.text.repeat(4)}`,
        })),
      },
      { creationDate },
    )
  const fresh = createPdfRenderer()
  afterAll(() => fresh.close())

  it('takes nothing of the document before into the head, the foot and the properties of the next', async () => {
    await renderer.render(numbered('111111', 'ا'))
    const after = await renderer.render(numbered('222222', 'ا'))
    expect(Buffer.compare(after, await fresh.render(numbered('222222', 'ا')))).toBe(0)
    const path = save('after.pdf', after)
    expect(run('pdfinfo', path)).toMatch(/^Title:.*222222$/m)
    const text = run('pdftotext', path, '-')
    expect(text).toContain('222222')
    expect(text).not.toContain('111111')
  })

  // By the processor's time in this process, since the clock also counts what the rest of the machine does.
  it('lays out anew only what differs', () => {
    const workspace = fileURLToPath(new URL('./templates', import.meta.url))
    const fontBlobs = loadFonts(bundledFontDir()).map((font) => font.bytes)
    const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
    const costOf = ({ template, locale, title, data }: RenderRequest): number => {
      compiler.mapShadow(join(workspace, 'input.json'), Buffer.from(JSON.stringify({ locale, title, data })))
      const start = process.cpuUsage()
      expect(compiler.compile({ mainFileContent: template }).result?.numOfPages).toBeGreaterThan(5)
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    let anew = 0
    let again = 0
    for (const salt of ['ب', 'ت', 'ث']) {
      anew += costOf(numbered('333333', salt))
      again += costOf(numbered('444444', salt))
    }
    expect(again / anew).toBeLessThan(0.5)
  })
})

describe('marks', () => {
  // The mark lies across the sheet in a grey nothing else on it has; the foot says it in words.
  function pagesMarked(path: string): boolean[] {
    const pages = Number(/^Pages:\s+(\d+)$/m.exec(run('pdfinfo', path))?.[1])
    return Array.from({ length: pages }, (_, index) => {
      const page = String(index + 1)
      const out = join(folder, 'mark')
      run('pdftoppm', '-gray', '-aa', 'no', '-r', '40', '-singlefile', '-f', page, '-l', page, path, out)
      const grey = readFileSync(`${out}.pgm`).subarray(15)
      const marked = grey.filter((value) => value >= 230 && value <= 234).length / grey.length > 0.005
      const words = run('pdftotext', '-f', page, '-l', page, path, '-').normalize('NFKC').replaceAll(/\P{L}/gu, '')
      expect(words.includes('وثيقةتدريب')).toBe(marked)
      return marked
    })
  }

  it('says training across every page, and only in training', async () => {
    const training = save('t.pdf', await renderer.render(pvPrint({ ...samplePv, training: true }, { creationDate })))
    expect(pagesMarked(training)).toEqual([true, true, true])
    const real = save('r.pdf', await renderer.render(pvPrint(samplePv, { creationDate })))
    expect(pagesMarked(real)).toEqual([false, false])
  })

  it('numbers a copy on every page and names its purpose', async () => {
    const copy = { number: 7, certified: true, purpose: 'Assurances du Nord', issuedOn: '2026-11-25' }
    const path = save('c.pdf', await renderer.render(pvPrint({ ...samplePv, copy }, { creationDate })))
    expect(run('pdftotext', path, '-')).toContain('Assurances du Nord')
    expect(run('pdftotext', '-f', '2', '-l', '2', path, '-')).toContain('7')
  })
})

describe('other prints', () => {
  it.each(['ar', 'fr', 'en'] as const)('sets a receipt on half a sheet (%s)', async (locale) => {
    const made = await renderer.typeset(receiptPrint(sampleReceipt, { creationDate, locale }))
    expect(made.pages).toBe(1)
    const info = run('pdfinfo', save(`receipt-${locale}.pdf`, made.pdf))
    expect(info).toMatch(/Page size:\s+595\.\d+ x 419\.\d+ pts/)
  })

  it('sets every block, mention and way of signing', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const request = pvPrint(
      {
        ...samplePv,
        blocks: [
          ...(samplePv.blocks ?? []),
          { kind: 'picture', asset: 'sketch.png', alt: 'رسم', caption: 'رسم تخطيطي' },
        ],
        strikeOuts: { words: 3, insertions: 1 },
        signatures: (['signature', 'fingerprint', 'refused', 'unable', 'electronic'] as const).map((mode) => ({
          role: 'المصرح',
          name: 'إدريس المنصوري',
          mode,
          note: 'بيان',
        })),
      },
      { creationDate, assets: { 'sketch.png': png } },
    )
    expect((await renderer.typeset(request)).pages).toBeGreaterThanOrEqual(2)
  })

  it('prints in French from left to right', async () => {
    const path = save('fr.pdf', await renderer.render(pvPrint(samplePv, { creationDate, locale: 'fr' })))
    expect(run('pdftotext', path, '-')).toContain('Procès-verbal n°')
  })
})

describe('what must not be printed', () => {
  it('refuses a character no font has, and names it', async () => {
    const error = await failure(pvPrint({ ...samplePv, subject: 'رسالة فيها 漢字' }, { creationDate }))
    expect(error.code).toBe('PDF_CHARACTER_UNPRINTABLE')
    expect(error.unprintable.join('')).toContain('漢')
  })

  it('refuses an unknown font and one the machine has', async () => {
    for (const font of ['Amirix', 'DejaVu Sans', 'Noto Naskh Arabic', 'Liberation Serif']) {
      const error = await failure(plain(`${ours}#text(font: "${font}")[abc]`))
      expect({ font, code: error.code }).toEqual({ font, code: 'PDF_FONT_UNKNOWN' })
    }
  })

  it("refuses the typesetter's own fonts", async () => {
    const error = await failure(plain('#set document(title: "x")\n#set text(fallback: false)\nabc'))
    expect(error.code).toBe('PDF_FONT_UNKNOWN')
  })

  it('reports an error of a template with the text of the typesetter', async () => {
    const error = await failure(plain(`${ours}#nothing-of-this-name`))
    expect(error.code).toBe('PDF_TEMPLATE_ERROR')
    expect(error.message).toContain('unknown variable')
  })

  it('fetches nothing and reads nothing outside the templates', async () => {
    expect((await failure(plain('#import "@preview/tablex:0.0.1": *'))).code).toBe('PDF_DATA_INVALID')
    expect((await failure(plain(`${ours}#read("/../renderer.ts")`))).code).toBe('PDF_TEMPLATE_ERROR')
    const request = plain(ours)
    expect((await failure({ ...request, assets: { '../x.png': new Uint8Array() } })).code).toBe('PDF_DATA_INVALID')
  })

  it('refuses data that are not a PV, naming the field', () => {
    expect(() => pvPrint({ ...samplePv, act: { date: '2026-02-30', time: '10:30' } }, { creationDate })).toThrow(
      /act\.date/,
    )
  })

  it('never runs what people typed', async () => {
    const subject = '#read("/common.typ") $x$ *b* `c` @d <e> \\ // f'
    const path = save(
      'typed.pdf',
      await renderer.render(pvPrint({ ...samplePv, subject }, { creationDate, locale: 'fr' })),
    )
    expect(run('pdftotext', path, '-').replaceAll(/\s+/g, ' ')).toContain('#read("/common.typ") $x$ *b* `c` @d <e>')
  })

  it('drops overrides of direction, which make a reference read as another', async () => {
    const request = pvPrint({ ...samplePv, reference: '2026/\u202E100/\u202C7' }, { creationDate })
    expect(JSON.stringify(request.data)).toContain('"\u20662026/100/7\u2069"')
  })
})

function longParagraph(words: number): string {
  return `#for i in range(${words}) [كلمة #i ]`
}

describe('workers', () => {
  it('goes on after an error, and after a worker is lost', async () => {
    const own = createPdfRenderer({ timeoutMs: 1500 })
    try {
      const endless = own.render(plain(`${ours}${longParagraph(40_000)}`))
      await expect(endless).rejects.toMatchObject({ code: 'PDF_TIMED_OUT' })
      expect((await own.render(plain(`${ours}abc`))).byteLength).toBeGreaterThan(1000)
    } finally {
      await own.close()
    }
  })

  it('leaves the event loop free while it works', async () => {
    await renderer.warm()
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const start = performance.now()
    await renderer.render(plain(`${ours}${longParagraph(5000)}`))
    const whole = performance.now() - start
    clearInterval(beat)
    expect(whole).toBeGreaterThan(100)
    expect(longest).toBeLessThan(whole / 2)
  })

  it('ends with its process, leaving none behind', () => {
    const script = join(folder, 'once.ts')
    const renderTs = new URL('./renderer.ts', import.meta.url).href
    writeFileSync(
      script,
      `import { createPdfRenderer } from ${JSON.stringify(renderTs)}
const pdf = await createPdfRenderer().render({ template: ${JSON.stringify(`${ours}abc`)}, data: {}, locale: 'ar', title: 'x', creationDate: new Date(0) })
process.stdout.write(String(pdf.byteLength > 1000))`,
    )
    const done = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 20_000 })
    expect(done.stdout).toBe('true')
    expect(done.signal).toBeNull()
  })

  it('refuses work once closed', async () => {
    const own = createPdfRenderer()
    await own.close()
    await expect(own.render(plain(ours))).rejects.toMatchObject({ code: 'PDF_CLOSED' })
  })
})
