import { describe, expect, it } from 'vitest'
import { toBase64 } from './base64.ts'
import type { BundleLine } from './bundle.ts'
import { signCheckpoint } from './checkpoint.ts'
import type { FindingCode } from './findings.ts'
import { findingText } from './findings.ts'
import { statementText } from './findings.ts'
import { verifyBundle } from './verify.ts'
import { findingCodes, render, seedSigner, testBundle, testLog, testTrust, withEnd } from './test-bundle.ts'
import {
  atEnd,
  falsify,
  forged,
  insertAt,
  isLeaf,
  mapLeaf,
  mapNotes,
  rehash,
  renumber,
  type Spoil,
  swapped,
  without,
} from './test-spoil.ts'

const whole = { leaves: 13, checkpoints: [4, 8, 13] }

describe('planted failures', () => {
  const history = { ...whole, history: 'b' }
  const table: [string, Spoil, FindingCode[]][] = [
    ['an altered leaf', mapLeaf(5, falsify), ['LEAF_ALTERED']],
    ['an altered leaf, its hash made to fit', mapLeaf(6, (leaf) => rehash(falsify(leaf))), ['ROOT_MISMATCH']],
    [
      'a leaf replaced by one of no form',
      mapLeaf(6, (leaf) => ({ ...leaf, leaf: '{}' })),
      ['LEAF_MALFORMED', 'LEAF_ALTERED'],
    ],
    [
      'an altered hash of a leaf',
      mapLeaf(6, (leaf) => ({ ...leaf, hash: toBase64(Buffer.alloc(32)) })),
      ['LEAF_ALTERED', 'ROOT_MISMATCH'],
    ],
    ['a deleted leaf', without(6), ['LEAF_DELETED']],
    [
      'a deleted leaf, the others renumbered',
      (lines) => renumber(without(6)(lines)),
      ['LEAF_DELETED', 'ROOT_MISMATCH'],
    ],
    ['the last leaves deleted', (lines) => without(12)(without(11)(lines)), ['LEAF_DELETED']],
    ['two leaves swapped', swapped(5, 6), ['LEAF_REORDERED']],
    ['two distant leaves swapped', swapped(2, 11), ['LEAF_REORDERED']],
    ['two leaves swapped and renumbered', (lines) => renumber(swapped(5, 6)(lines)), ['ROOT_MISMATCH']],
    [
      'two leaves swapped under the hashes of their places',
      (lines) => {
        const [a, b] = [lines.filter(isLeaf)[5], lines.filter(isLeaf)[9]]
        if (!a || !b) throw new Error('two leaves')
        return mapLeaf(5, (leaf) => ({ ...leaf, leaf: b.leaf }))(
          mapLeaf(9, (leaf) => ({ ...leaf, leaf: a.leaf }))(lines),
        )
      },
      ['LEAF_REORDERED'],
    ],
    [
      'a leaf twice',
      (lines) => withEnd(lines.flatMap((line) => (isLeaf(line) && line.index === 5 ? [line, line] : [line]))),
      ['LEAF_INSERTED'],
    ],
    ['an inserted leaf', insertAt(5), ['LEAF_INSERTED']],
    [
      'an inserted leaf, the others renumbered',
      (lines) => renumber(insertAt(5)(lines)),
      ['LEAF_INSERTED', 'ROOT_MISMATCH'],
    ],
    ['a leaf beyond what is signed', atEnd(forged(13)), ['LEAF_INSERTED']],
    [
      'a changed detail',
      (lines) =>
        lines.map((line) => (line.kind === 'detail' && line.index === 5 ? { ...line, detail: { n: 5 } } : line)),
      ['DETAIL_MISMATCH'],
    ],
    [
      'a changed salt',
      (lines) =>
        lines.map((line) =>
          line.kind === 'detail' && line.index === 5 ? { ...line, salt: toBase64(Buffer.alloc(32)) } : line,
        ),
      ['DETAIL_MISMATCH'],
    ],
    [
      'a detail without its leaf',
      (lines) => lines.map((line) => (line.kind === 'detail' && line.index === 5 ? { ...line, index: 4 } : line)),
      ['BUNDLE_MALFORMED'],
    ],
    [
      'a changed root',
      mapNotes((note) => note.replace(/\n([^\n]{43}=)\n/, `\n${toBase64(Buffer.alloc(32))}\n`)),
      ['CHECKPOINT_SIGNATURE_BAD', 'CHECKPOINT_NONE_TRUSTED'],
    ],
    [
      'a changed size',
      mapNotes((note, i) => (i === 2 ? note.replace('\n13\n', '\n14\n') : note)),
      ['CHECKPOINT_SIGNATURE_BAD', 'LEAF_INSERTED'],
    ],
    [
      'a signature removed',
      mapNotes((note, i) => (i === 0 ? note.replace(/— .*\n/, `— x ${toBase64(Buffer.alloc(68))}\n`) : note)),
      ['CHECKPOINT_UNTRUSTED'],
    ],
    ['a checkpoint that is none', mapNotes((_, i) => (i === 0 ? 'x' : _)), ['CHECKPOINT_MALFORMED']],
    [
      'checkpoints out of order',
      (lines) => lines.with(1, lines[2] ?? lines[1] ?? (lines[0] as BundleLine)).with(2, lines[1] as BundleLine),
      ['BUNDLE_MALFORMED'],
    ],
    [
      'a false consistency proof',
      (lines) => lines.map((line) => (line.kind === 'consistency' ? { ...line, proof: [] } : line)),
      ['CONSISTENCY_INVALID'],
    ],
    [
      'a false inclusion proof',
      (lines) => lines.map((line) => (line.kind === 'inclusion' ? { ...line, proof: line.proof.toReversed() } : line)),
      ['INCLUSION_INVALID'],
    ],
    ['no header', (lines) => lines.slice(1), ['BUNDLE_MALFORMED']],
    [
      'another origin',
      (lines) => lines.map((line) => (line.kind === 'header' ? { ...line, origin: 'x' } : line)),
      ['ORIGIN_MISMATCH'],
    ],
    ['the file cut short', (lines) => lines.slice(0, -1), ['BUNDLE_CUT']],
    [
      'a line dropped',
      (lines) => lines.filter((line) => !(line.kind === 'detail' && line.index === 5)),
      ['BUNDLE_CUT'],
    ],
    ['a line after the end', (lines) => [...lines, ...lines.slice(-1)], ['BUNDLE_MALFORMED']],
    [
      'a scope that hides deletions',
      (lines) =>
        without(6)(lines).map((line) =>
          line.kind === 'header' ? { ...line, scope: { type: 'selection' as const } } : line,
        ),
      ['LEAF_UNPROVEN'],
    ],
    ['all leaves removed', (lines) => withEnd(lines.filter((line) => !('index' in line))), ['BUNDLE_EMPTY']],
  ]

  it.each(table)('finds %s', async (_, spoil, expected) => {
    const found = await findingCodes(spoil(await testBundle(whole)))
    expect(found).toEqual(expect.arrayContaining(expected))
  })

  it('finds lines that stand where they do not belong', async () => {
    const lines = await testBundle(whole)
    const checkpoint = lines.findLast((line) => line.kind === 'checkpoint')
    const detail = lines.find((line) => line.kind === 'detail')
    const leafAt = lines.findIndex(isLeaf)
    if (!checkpoint || !detail) throw new Error('checkpoint and detail')
    expect(await findingCodes(withEnd([...lines, checkpoint]))).toEqual(['BUNDLE_MALFORMED'])
    expect(await findingCodes(withEnd(lines.toSpliced(leafAt + 1, 0, detail)))).toEqual(['BUNDLE_MALFORMED'])
    const ends = lines.filter((line) => line.kind === 'end')
    expect(await findingCodes([...lines.slice(0, 5), ...ends, ...lines.slice(5)])).toContain('BUNDLE_CUT')
    const report = await verifyBundle(
      render([lines[0], lines[3], ...lines.slice(1, 3), ...lines.slice(4)].flatMap((l) => l ?? [])),
      testTrust,
    )
    expect(report).toMatchObject({ ok: false, head: { size: 13 } })
  })

  it('finds a leaf altered in a log whose first checkpoint is that of the empty tree', async () => {
    const options = { leaves: 9, checkpoints: [0, 9] }
    expect(await findingCodes(await testBundle(options))).toEqual([])
    const spoilt = mapLeaf(6, (leaf) => rehash(falsify(leaf)))(await testBundle(options))
    expect(await findingCodes(spoilt)).toEqual(['ROOT_MISMATCH'])
  })

  it('finds a leaf altered among thousands', async () => {
    const lines = await testBundle({ leaves: 2600, checkpoints: [1500, 2600] })
    expect(await findingCodes(lines)).toEqual([])
    const spoilt = mapLeaf(2001, (leaf) => rehash(falsify(leaf)))(lines)
    const report = await verifyBundle(render(spoilt), testTrust)
    expect(report.findings).toEqual([{ code: 'ROOT_MISMATCH', params: { from: 1500, to: 2599 } }])
  })

  it('says of a leaf with a false proof that it is unproven', async () => {
    const lines = await testBundle({ ...whole, scope: { type: 'selection' }, shown: [2] })
    const spoilt = lines.map((line) => (line.kind === 'inclusion' ? { ...line, proof: line.proof.toReversed() } : line))
    expect(await findingCodes(spoilt)).toEqual(['INCLUSION_INVALID', 'LEAF_UNPROVEN'])
  })

  it('excludes nothing where anything was found', async () => {
    const spoilt = mapLeaf(6, falsify)(await testBundle({ ...whole, witnesses: 2 }))
    const report = await verifyBundle(render(spoilt), { ...testTrust, requireWitnesses: 2 })
    expect(report).toMatchObject({ ok: false, rewriteExcludedUpTo: 0 })
  })

  it('names the places', async () => {
    const report = await verifyBundle(render(mapLeaf(6, falsify)(await testBundle(whole))), testTrust)
    expect(report.findings).toEqual([{ code: 'LEAF_ALTERED', params: { index: 6 } }])
    expect(report.statements.map(({ code }) => code)).toEqual(['NOTHING_PROVEN', 'REWRITE_NOT_EXCLUDED'])
    const gap = await verifyBundle(render(without(7)(without(6)(await testBundle(whole)))), testTrust)
    expect(gap.findings).toEqual([{ code: 'LEAF_DELETED', params: { from: 6, to: 7 } }])
    const range = await verifyBundle(render(mapLeaf(6, (l) => rehash(falsify(l)))(await testBundle(whole))), testTrust)
    expect(range.findings).toContainEqual({ code: 'ROOT_MISMATCH', params: { from: 4, to: 7 } })
  })

  it('refuses an empty bundle', async () => {
    expect(await verifyBundle([], testTrust)).toMatchObject({ ok: false, findings: [{ code: 'BUNDLE_EMPTY' }, {}] })
    expect(await findingCodes(await testBundle({ leaves: 0, checkpoints: [0] }))).toContain('BUNDLE_EMPTY')
  })

  it('finds the log truncated, against a checkpoint known from later', async () => {
    const later = (await testBundle(whole)).findLast((line) => line.kind === 'checkpoint')
    const knownCheckpoints = later?.kind === 'checkpoint' ? [later.note] : []
    const cut = await testBundle({ leaves: 8, checkpoints: [4, 8] })
    expect(await findingCodes(cut)).toEqual([])
    expect(await findingCodes(cut, { ...testTrust, knownCheckpoints })).toEqual(['LOG_TRUNCATED'])
  })

  it('finds a fork: two signed checkpoints, one size, or one that the leaves do not give', async () => {
    const lines = await testBundle(whole)
    const other = (await testBundle(history)).filter((line) => line.kind === 'checkpoint')
    const both = withEnd(lines.toSpliced(4, 0, ...other.slice(2)))
    expect(await findingCodes(both)).toContain('FORK')
    const replaced = mapNotes((note, i) => (i === 1 && other[1]?.kind === 'checkpoint' ? other[1].note : note))(lines)
    const report = await verifyBundle(render(replaced), testTrust)
    expect(report.findings).toContainEqual({ code: 'FORK', params: { size: 8 } })
    const selection = await testBundle({ ...whole, scope: { type: 'selection' }, shown: [2, 12] })
    const split = mapNotes((note, i) => (i === 1 && other[1]?.kind === 'checkpoint' ? other[1].note : note))(selection)
    expect(await findingCodes(split)).toEqual(expect.arrayContaining(['CONSISTENCY_INVALID', 'CONSISTENCY_MISSING']))
  })

  it('finds a log wholly made anew with fresh keys for lack of trust', async () => {
    const fresh = await testBundle({ ...history, log: seedSigner(testLog.keyName, 9), witnesses: 2 })
    expect(await findingCodes(fresh)).toEqual(
      expect.arrayContaining(['CHECKPOINT_UNTRUSTED', 'CHECKPOINT_NONE_TRUSTED']),
    )
  })

  it('finds a log made anew with the same key by a known checkpoint or for lack of witnesses, and else says so', async () => {
    const remade = await testBundle(history)
    const alone = await verifyBundle(render(remade), testTrust)
    expect(alone).toMatchObject({ ok: true, rewriteExcludedUpTo: 0 })
    for (const [locale, words] of [
      ['en', 'A rewrite by the operator is not excluded'],
      ['fr', "Une réécriture par l'exploitant n'est pas exclue"],
      ['ar', 'لا تُستبعد إعادة كتابة السجل'],
    ] as const) {
      expect(alone.statements.map((statement) => statementText(statement, locale)).join(' ')).toContain(words)
    }
    const notes = (await testBundle(whole)).flatMap((line) => (line.kind === 'checkpoint' ? [line.note] : []))
    for (const note of notes) {
      expect(await findingCodes(remade, { ...testTrust, knownCheckpoints: [note] })).toEqual(['REWRITTEN'])
    }
    expect(await findingCodes(remade, { ...testTrust, requireWitnesses: 1 })).toEqual(['WITNESS_MISSING'])
    const selection = await testBundle({ ...history, scope: { type: 'selection' }, shown: [2] })
    const earlier = { ...testTrust, knownCheckpoints: notes.slice(0, 1) }
    expect(await findingCodes(selection, earlier)).toEqual(expect.arrayContaining(['REWRITTEN']))
    const between = {
      ...testTrust,
      knownCheckpoints: [await signCheckpoint({ size: 5, root: Buffer.alloc(32) }, testLog)],
    }
    expect(await findingCodes(selection, between)).toEqual(['CONSISTENCY_MISSING'])
  })

  it('counts each witness once, and none from the future', async () => {
    const lines = render(await testBundle({ ...whole, witnesses: 1 }))
    const report = await verifyBundle(lines, { ...testTrust, requireWitnesses: 2 })
    expect(report.findings).toEqual([{ code: 'WITNESS_MISSING', params: { size: 13, found: 1, required: 2 } }])
    const early = await verifyBundle(lines, testTrust, { now: new Date('2026-11-23T08:00:00Z') })
    expect(early.findings.map(({ code }) => code)).toEqual(['COSIGNATURE_IN_FUTURE'])
    const asked = await verifyBundle(
      lines,
      { ...testTrust, requireWitnesses: 1 },
      { now: new Date('2026-11-23T08:00:00Z') },
    )
    expect(asked.findings.map(({ code }) => code)).toEqual(['COSIGNATURE_IN_FUTURE', 'WITNESS_MISSING'])
    expect(await verifyBundle(lines, testTrust, { now: new Date('2026-11-23T08:58:00Z') })).toMatchObject({ ok: true })
  })

  it('bounds its report', async () => {
    const spoilt = (await testBundle(whole)).map((line) => (isLeaf(line) ? falsify(line) : line))
    const report = await verifyBundle(render(spoilt), testTrust, { maxFindings: 3 })
    expect(report).toMatchObject({ ok: false, omittedFindings: 13 })
    expect(report.findings).toHaveLength(3)
  })

  it('says every finding in Arabic, French and English, with its places filled in', async () => {
    const reports = await Promise.all(
      table.map(async ([, spoil]) => verifyBundle(render(spoil(await testBundle(whole))), testTrust)),
    )
    const findings = reports.flatMap((report) => report.findings)
    expect(new Set(findings.map(({ code }) => code)).size).toBeGreaterThan(15)
    for (const finding of findings) {
      expect(findingText(finding, 'ar')).toMatch(/\p{Script=Arabic}/u)
      for (const locale of ['ar', 'fr', 'en'] as const) expect(findingText(finding, locale)).not.toMatch(/[{}]/)
    }
  })
})
