import { describe, expect, it } from 'vitest'
import { AuditLogError } from './audit-log-error.ts'
import { toBase64 } from './base64.ts'
import { EMPTY_ROOT } from './merkle.ts'
import { formatBundleLine, parseBundleLine, writeBundle } from './bundle.ts'
import { statementText } from './findings.ts'
import { splitLines } from './split-lines.ts'
import { formatVerifierKey, verifierKeyOf } from './verifier-key.ts'
import type { Trust } from './trust.ts'
import { verifyBundle } from './verify.ts'
import {
  findingCodes,
  render,
  seedSigner,
  testBundle,
  testLog,
  testTrust,
  testWitnesses,
  withEnd,
} from './test-bundle.ts'
import { isLeaf } from './test-spoil.ts'

const whole = { leaves: 13, checkpoints: [4, 8, 13] }

describe('an honest bundle', () => {
  it('is proven whole, with counts, head and what is not excluded', async () => {
    const report = await verifyBundle(render(await testBundle(whole)), testTrust)
    expect(report).toMatchObject({
      ok: true,
      origin: 'daira.example/log',
      scope: { type: 'all' },
      findings: [],
      rewriteExcludedUpTo: 0,
      head: { size: 13, witnesses: [] },
      counts: {
        leaves: 13,
        details: 10,
        inclusions: 3,
        checkpoints: 3,
        trustedCheckpoints: 3,
        consistencies: 2,
        lines: 33,
      },
    })
    expect(report.statements.map((statement) => statement.code)).toEqual([
      'WHOLE_LOG_PROVEN',
      'DETAILS_CHECKED',
      'REWRITE_NOT_EXCLUDED',
    ])
    const [, details, rewrite] = report.statements.map((statement) => statementText(statement, 'en'))
    expect(details).toBe('Details shown and matching: 10; entries without detail (withheld or shredded): 3.')
    expect(rewrite).toContain('A rewrite by the operator is not excluded')
  })

  it('excludes a rewrite as far as witnesses and known checkpoints reach', async () => {
    const cosigned = render(await testBundle({ ...whole, witnesses: 2 }))
    const two = await verifyBundle(cosigned, { ...testTrust, requireWitnesses: 2 })
    expect(two).toMatchObject({ ok: true, rewriteExcludedUpTo: 13, counts: { cosignatures: 2 } })
    expect(two.statements.at(-1)?.code).toBe('REWRITE_EXCLUDED')

    const plain = await testBundle(whole)
    const known = plain.flatMap((line) => (line.kind === 'checkpoint' ? [line.note] : []))
    const partly = await verifyBundle(render(plain), { ...testTrust, knownCheckpoints: known.slice(0, 2) })
    expect(partly).toMatchObject({ ok: true, rewriteExcludedUpTo: 8 })
    expect(partly.statements.at(-1)).toEqual({ code: 'REWRITE_PARTLY_EXCLUDED', params: { size: 8, rest: 5 } })
    const printed = known[0]?.split('\n')[2] ?? ''
    const root = await verifyBundle(render(plain), { ...testTrust, knownCheckpoints: [{ size: 4, root: printed }] })
    expect(root).toMatchObject({ ok: true, rewriteExcludedUpTo: 4 })
  })

  it('may show a range or a selection, with proofs', async () => {
    const range = { ...whole, scope: { type: 'range' as const, from: 3, to: 7 }, shown: [3, 4, 5, 6] }
    const report = await verifyBundle(render(await testBundle({ ...range, witnesses: 1 })), testTrust)
    expect(report).toMatchObject({ ok: true, rewriteExcludedUpTo: 13, counts: { leaves: 4, inclusions: 4 } })
    expect(report.statements[0]).toEqual({ code: 'RANGE_PROVEN', params: { from: 3, to: 7 } })
    const selection = { ...whole, scope: { type: 'selection' as const }, shown: [2, 9, 12] }
    const some = await verifyBundle(render(await testBundle(selection)), testTrust)
    expect(some).toMatchObject({ ok: true, rewriteExcludedUpTo: 0, counts: { leaves: 3 } })
    expect(some.statements[0]?.code).toBe('SELECTION_PROVEN')
    // Every log grew from the empty one: knowing that needs no proof and proves nothing.
    const knownCheckpoints = [{ size: 0, root: toBase64(EMPTY_ROOT) }]
    const empty = await verifyBundle(render(await testBundle(selection)), { ...testTrust, knownCheckpoints })
    expect(empty).toMatchObject({ ok: true, rewriteExcludedUpTo: 0 })
  })

  it('is confirmed by a newer checkpoint where a consistency proof leads there', async () => {
    const full = await testBundle(whole)
    const newer = full.findLast((line) => line.kind === 'checkpoint')
    const knownCheckpoints = newer?.kind === 'checkpoint' ? [newer.note] : []
    const older = await testBundle({ leaves: 8, checkpoints: [4, 8] })
    const trust = { ...testTrust, knownCheckpoints }
    expect(await findingCodes(older, trust)).toEqual(['LOG_TRUNCATED'])
    const bridge = full.filter((line) => line.kind === 'consistency' && line.to === 13)
    const at = older.findIndex(isLeaf)
    const bridged = withEnd([...older.slice(0, at), ...bridge, ...older.slice(at)])
    expect(await verifyBundle(render(bridged), trust)).toMatchObject({ ok: true, rewriteExcludedUpTo: 8 })
  })

  it('may reach beyond its newest checkpoint where one known from outside vouches for the rest', async () => {
    const lines = await testBundle(whole)
    const newest = lines.findLast((line) => line.kind === 'checkpoint')
    const known = newest?.kind === 'checkpoint' ? [newest.note] : []
    const fewer = withEnd(lines.filter((line) => line !== newest && !(line.kind === 'inclusion' && line.size === 13)))
    const trust = { ...testTrust, knownCheckpoints: known }
    expect(await findingCodes(fewer)).toContain('LEAF_INSERTED')
    expect(await verifyBundle(render(fewer), trust)).toMatchObject({ ok: true, rewriteExcludedUpTo: 13 })
  })

  it('has one spelling for each line', async () => {
    const lines = render(await testBundle(whole))
    const detail = lines.find((line) => line.includes('"detail"')) ?? ''
    expect(formatBundleLine(parseBundleLine(detail))).toBe(detail)
    for (const other of [
      detail.replace('{"detail":', '{"detail":{"n":9},"detail":'),
      detail.replace(',"index"', ', "index"'),
      detail.replace('"detail":', '"d\\u0065tail":'),
      detail.replace('"n":', '"n":1e0,"m":'),
      `${detail} `,
      detail.replace('"index":0', '"index":0,"more":1'),
    ]) {
      expect(other).not.toBe(detail)
      expect(() => parseBundleLine(other)).toThrow(AuditLogError)
    }
    expect(() => formatBundleLine({ kind: 'leaf', index: -1, leaf: '', hash: '' })).toThrow(AuditLogError)
  })

  it('shows bytes that are no UTF-8 instead of swallowing them', async () => {
    async function* broken() {
      yield Buffer.from('a\nb')
      yield Buffer.of(0xd8)
    }
    const lines: string[] = []
    for await (const line of splitLines(broken())) lines.push(line)
    expect(lines).toEqual(['a', 'b\ufffd'])
  })

  it('survives a stream cut anywhere into chunks, with line separators inside texts', async () => {
    const text = render(await testBundle(whole)).join('\n') + '\n'
    expect(text).toContain('\u2028')
    const bytes = Buffer.from(text)
    async function* chunks(size: number) {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    }
    for (const size of [1, 7, 4096]) {
      expect(await verifyBundle(splitLines(chunks(size)), testTrust)).toMatchObject({ ok: true })
    }
  })

  it('is what writeBundle writes', async () => {
    const lines = await testBundle(whole)
    const [header] = lines
    if (header?.kind !== 'header') throw new Error('no header')
    const { kind: _, format: __, ...rest } = header
    const body = lines.flatMap((line) => (line.kind === 'header' || line.kind === 'end' ? [] : [line]))
    const written: string[] = []
    for await (const line of writeBundle(rest, body)) written.push(line)
    expect(written).toEqual(render(lines))
  })
})

describe('trust', () => {
  const witness = testTrust.witnessKeys?.[0] ?? ''
  const twin = formatVerifierKey(verifierKeyOf({ ...(testWitnesses[0] ?? testLog), keyName: 'w9' }, 'cosignature/v1'))
  it.each<[string, Trust]>([
    ['without a log key', { logKeys: [] }],
    ['with an unreadable key', { logKeys: ['x'] }],
    ['with a witness key as log key', { logKeys: [witness] }],
    ['with a log key as witness key', { ...testTrust, witnessKeys: [...testTrust.logKeys] }],
    [
      'with keys of two logs',
      { logKeys: [...testTrust.logKeys, formatVerifierKey(verifierKeyOf(seedSigner('b', 4), 'ed25519'))] },
    ],
    ['with one witness under two names', { ...testTrust, witnessKeys: [witness, twin] }],
    [
      'with the log as its own witness',
      { ...testTrust, witnessKeys: [formatVerifierKey(verifierKeyOf(testLog, 'cosignature/v1'))] },
    ],
    ['with more witnesses than there are', { ...testTrust, requireWitnesses: 3 }],
    ['with a known checkpoint nobody signed', { ...testTrust, knownCheckpoints: ['x'] }],
    ['with a known root that is none', { ...testTrust, knownCheckpoints: [{ size: 1, root: 'AAAA' }] }],
  ])('is refused %s', async (_, trust) => {
    await expect(verifyBundle([], trust)).rejects.toThrow(AuditLogError)
  })

  it('takes a rotated key of the log', async () => {
    const next = seedSigner(testLog.keyName, 9)
    const trust = { ...testTrust, logKeys: [...testTrust.logKeys, formatVerifierKey(verifierKeyOf(next, 'ed25519'))] }
    expect(await findingCodes(await testBundle({ ...whole, log: next }), trust)).toEqual([])
  })
})
