import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePdf, trailerOf } from './pdf-file.ts'
import { sealPdf } from './seal-pdf.ts'
import { type SealGround, laySealGround } from './testing/seal-ground.ts'

function flipped(bytes: Uint8Array, position: number, mask = 1): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[position] = (copy[position] ?? 0) ^ mask
  return copy
}

let ground: SealGround
beforeAll(async () => {
  ground = await laySealGround()
})
afterAll(() => ground.close())

describe('a changed file', () => {
  const places = () => {
    const { start, end } = hole(ground.sealed)
    return [
      10,
      700,
      Math.floor(start / 2),
      start - 1,
      end,
      end + 5,
      ground.sealed.length - 20,
      ground.sealed.length - 2,
    ]
  }
  function hole(bytes: Uint8Array): { start: number; end: number } {
    const text = Buffer.from(bytes).toString('latin1')
    const start = text.lastIndexOf('/Contents <') + '/Contents '.length
    return { start, end: text.indexOf('>', start) + 1 }
  }

  it('is found by pdfsig, by openssl and by us, wherever a byte is flipped in what is signed', () => {
    expect({ ours: ground.ours(ground.sealed).ok, openssl: ground.opensslVerify(ground.sealed) }).toEqual({
      ours: true,
      openssl: true,
    })
    for (const place of places()) {
      const bytes = flipped(ground.sealed, place)
      const verdict = {
        place,
        ours: ground.ours(bytes).ok,
        openssl: ground.opensslVerify(bytes),
        pdfsig: /Signature is Valid/.test(ground.pdfsig(bytes)),
      }
      expect(verdict).toEqual({ place, ours: false, openssl: false, pdfsig: false })
    }
  })

  it('is found by us at any byte and any bit', () => {
    expect(ground.ours(ground.sealed).ok).toBe(true)
    fc.assert(
      fc.property(
        fc.nat({ max: ground.sealed.length - 1 }),
        fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128),
        (place, mask) => {
          const bytes = flipped(ground.sealed, place, mask)
          // Within the hexadecimal text of the seal a small letter says the same as a capital one.
          const { start, end } = hole(ground.sealed)
          if (
            mask === 32 &&
            place > start &&
            place < end - 1 &&
            /[A-F]/i.test(String.fromCharCode(ground.sealed[place] ?? 0))
          )
            return
          expect(ground.ours(bytes).ok).toBe(false)
        },
      ),
      { numRuns: 400 },
    )
    expect.hasAssertions()
  })

  it('is found when cut short or lengthened', () => {
    expect(ground.ours(ground.sealed.subarray(0, -1)).ok && ground.ours(ground.sealed.subarray(0, -8)).ok).toBe(false)
    const longer = ground.ours(Buffer.concat([ground.sealed, Buffer.from('\n%%EOF\n')]))
    expect(longer.ok).toBe(false)
    expect(ground.ours(ground.pdf)).toMatchObject({ ok: false, problems: ['NO_SEAL'] })
    expect(ground.ours(Buffer.from('no pdf'))).toMatchObject({ ok: false, problems: ['PDF_UNREADABLE'] })
  })

  // An attacker who appends, and one who may seal himself and seals over another's act.
  function redrawn(bytes: Uint8Array, source: (page: string) => string, kind = /\/Type \/Page\n/): Uint8Array {
    const file = parsePdf(bytes)
    const text = file.text
    const number = [...text.matchAll(/(\d+) 0 obj\n(<<[\s\S]*?)\nendobj/g)].findLast((found) =>
      kind.test(found[2] ?? ''),
    )
    if (!number) throw new Error('no such object')
    const size = trailerOf(file).entries.get('Size')
    const root = trailerOf(file).entries.get('Root')
    if (size?.kind !== 'number' || root?.kind !== 'reference') throw new Error('no trailer')
    let more = `${number[1]} 0 obj\n${source(number[2] ?? '')}\nendobj\n`
    const xref = bytes.length + more.length
    more += `xref\n${number[1]} 1\n${String(bytes.length).padStart(10, '0')} 00000 n \ntrailer\n`
    more += `<< /Size ${size.value} /Root ${root.number} 0 R /Prev ${file.revisions.at(-1)?.xrefOffset ?? 0} >>\nstartxref\n${xref}\n%%EOF\n`
    return Buffer.concat([bytes, Buffer.from(more, 'latin1')])
  }

  it('is found when a page is drawn anew behind the seal', () => {
    const report = ground.ours(redrawn(ground.sealed, (page) => page.replace(/\/Contents \d+/, '/Contents 3')))
    expect(report.problems).toContain('NOT_COVERED_TO_THE_END')
    expect(report.seals[0]?.problems).toContain('CHANGED_AFTERWARDS')
  })

  it('is found when a page is drawn anew and sealed over by a second, rightful seal', async () => {
    const covered = await sealPdf(
      redrawn(ground.sealed, (page) => page.replace(/\/Contents \d+/, '/Contents 3')),
      ground.options(ground.officer),
    )
    const report = ground.ours(covered)
    expect(report.ok).toBe(false)
    expect(report.seals.map((seal) => seal.problems)).toEqual([['CHANGED_AFTERWARDS'], []])
  })

  it('is found when a picture is laid over a page as an annotation and sealed over', async () => {
    const laid = redrawn(
      ground.sealed,
      (widget) => widget.replace('/Rect [0 0 0 0]', '/Rect [0 0 500 500]'),
      /\/Subtype \/Widget/,
    )
    const report = ground.ours(await sealPdf(laid, ground.options(ground.officer)))
    expect(report.seals[0]?.problems).toContain('CHANGED_AFTERWARDS')
  })
})
