import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '#platform/i18n/text.ts'
import { takeDigests } from './bag-folder.ts'
import { bagFindingText, checkBag } from './index.ts'
import { bagOf, bytesOf, madeBag } from './testing.ts'

const payload = new Map([
  ['data/محضر 1.pdf', bytesOf('الأول')],
  ['data/pieces/100%.txt', bytesOf('two')],
  ['data/pieces/a\nb.txt', bytesOf('')],
])
const judge = (files: ReadonlyMap<string, Uint8Array>) => checkBag(bagOf(files), takeDigests)
const codesOf = async (files: ReadonlyMap<string, Uint8Array>): Promise<string[]> =>
  (await judge(files)).findings.map(({ code }) => code)

async function spoilt(path: string, change: (text: string) => string | null): Promise<string[]> {
  const bag = await madeBag(payload)
  const changed = change(new TextDecoder().decode(bag.get(path)))
  if (changed === null) bag.delete(path)
  else bag.set(path, bytesOf(changed))
  return codesOf(bag)
}

describe('a bag of ours', () => {
  it('is valid, and says how much it holds', async () => {
    const report = await judge(await madeBag(payload))
    expect(report.findings).toEqual([])
    expect(report.payload).toEqual({ files: 3, bytes: 13 })
    expect(report.algorithms).toEqual(['sha256'])
    expect(report.info).toEqual([
      ['Source-Organization', 'دائرة تجريبية'],
      ['Payload-Oxum', '13.3'],
    ])
  })

  it('takes no path outside its payload and no information of several lines', async () => {
    await expect(madeBag(new Map([['x.txt', bytesOf('x')]]))).rejects.toThrow(RangeError)
    await expect(madeBag(payload, [['Note', 'one\ntwo: three']])).rejects.toThrow(RangeError)
    await expect(madeBag(payload, [['No:te', 'one']])).rejects.toThrow(RangeError)
  })

  it('is valid whatever its payload, and one byte that is changed, a file that is added, lost or renamed are found', async () => {
    const name = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .map((text) => `data/${text.replaceAll(/[\\/\0.~:]/g, '_')}`)
    const files = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ minLength: 1, maxLength: 40 })), {
      minLength: 1,
      maxLength: 6,
      selector: ([path]) => path,
    })
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), fc.integer({ min: 1, max: 255 }), async (entries, at, flip) => {
        const bag = await madeBag(new Map(entries))
        expect(await codesOf(bag)).toEqual([])
        // Of the manifest of tags nothing speaks but a signature over it, which is another's work.
        const seal = 'tagmanifest-sha256.txt'
        const all = [...bag].filter(([other]) => other !== seal)
        const [path, bytes] = all[at % all.length] ?? ['', new Uint8Array()]
        const flipped = Uint8Array.from(bytes)
        flipped[at % flipped.length] = (flipped[at % flipped.length] ?? 0) ^ flip
        expect(await codesOf(new Map([...bag, [path, flipped]]))).not.toEqual([])
        expect(await codesOf(new Map([...bag, ['data/added\r', bytes]]))).toContain('FILE_UNLISTED')
        const rest = [...bag].filter(([other]) => other !== path)
        expect(await codesOf(new Map(rest))).not.toEqual([])
        expect(await codesOf(new Map([...rest, [`${path}x`, bytes]]))).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a bag that is at fault', () => {
  it.each([
    ['bagit.txt', () => null, ['DECLARATION_MISSING', 'FILE_MISSING']],
    ['bagit.txt', (text: string) => text.replace('Version:', 'Version :'), ['DECLARATION_MALFORMED', 'DIGEST_DIFFERS']],
    ['bagit.txt', (text: string) => text.replace('1.0', '2.0'), ['VERSION_UNKNOWN', 'DIGEST_DIFFERS']],
    ['bagit.txt', (text: string) => text.replace('UTF-8', 'UTF-16'), ['ENCODING_UNKNOWN', 'DIGEST_DIFFERS']],
    ['bag-info.txt', () => 'no label\n', ['INFO_MALFORMED', 'DIGEST_DIFFERS']],
    ['bag-info.txt', (text: string) => text.replace('13.3', '14.3'), ['DIGEST_DIFFERS', 'OXUM_DIFFERS']],
    ['manifest-sha256.txt', () => null, ['MANIFEST_MISSING', 'FILE_MISSING']],
    ['manifest-sha256.txt', (text: string) => `${text}x\n`, ['MANIFEST_LINE_MALFORMED', 'DIGEST_DIFFERS']],
    ['manifest-sha256.txt', (text: string) => text + text.split('\n')[0], ['LISTED_TWICE', 'DIGEST_DIFFERS']],
    ['fetch.txt', () => 'https://example.org/ 3 data/x\n', ['FETCH_WANTED']],
    ['manifest-crc32.txt', () => '', ['ALGORITHM_UNKNOWN']],
  ])('is told what is wrong with %s', async (path, change, codes) => {
    expect(await spoilt(path, change)).toEqual(codes)
  })

  it.each(['/etc/passwd', 'data/../../x', 'data//x', 'data/./x', 'C:/x', 'data\\x', '~/x', 'bagit.txt'])(
    'may not name %s as its payload',
    async (file) => {
      const line = `${'0'.repeat(64)}  ${file}\n`
      expect(await spoilt('manifest-sha256.txt', (text) => text + line)).toEqual(['PATH_UNSAFE', 'DIGEST_DIFFERS'])
    },
  )

  it('needs every manifest to list the whole payload, and a tag file that is no text is said so', async () => {
    const bag = await madeBag(payload)
    const [line = ''] = new TextDecoder().decode(bag.get('manifest-sha256.txt')).split('\n')
    const md5 = '0'.repeat(32)
    const more = new Map([...bag, ['manifest-md5.txt', bytesOf(`${md5}${line.slice(64)}\n`)] as const])
    expect((await codesOf(more)).toSorted()).toEqual(['DIGEST_DIFFERS', 'FILE_UNLISTED', 'FILE_UNLISTED'])
    expect(await codesOf(new Map([...bag, ['bag-info.txt', Uint8Array.of(0xff, 0xfe)]]))).toEqual([
      'TAG_FILE_UNREADABLE',
      'DIGEST_DIFFERS',
    ])
    expect(await codesOf(new Map())).toEqual(['PAYLOAD_MISSING', 'DECLARATION_MISSING', 'MANIFEST_MISSING'])
  })

  it('is spoken of in three languages, with the place', async () => {
    const { findings } = await judge(new Map([...(await madeBag(payload)), ['data/x', bytesOf('x')]]))
    const [first] = findings
    if (!first) throw new Error('nothing was found')
    for (const locale of locales)
      expect(bagFindingText(first, locale)).toMatch(/data\/x.*manifest-sha256\.txt|manifest-sha256\.txt.*data\/x/)
  })
})
