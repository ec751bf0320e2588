import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AuditLogError } from './audit-log-error.ts'
import { checkpointText, cosignatureLine, parseCheckpointText, signCheckpoint, verifyCheckpoint } from './checkpoint.ts'
import { keySigner } from './key-signer.ts'
import { EMPTY_ROOT } from './merkle.ts'
import { addSignature, formatSignatureLine, parseNote } from './note.ts'
import { formatVerifierKey, parseVerifierKey, verifierKey, verifierKeyOf, verifyWith } from './verifier-key.ts'

/** An Ed25519 key from its 32-byte seed (PKCS#8 of RFC 8410). */
const fromSeed = (name: string, seed: Uint8Array) =>
  keySigner(
    name,
    createPrivateKey({
      key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
      format: 'der',
      type: 'pkcs8',
    }),
  )

const root = Buffer.alloc(32, 7)
const log = fromSeed('daira.example/log', Buffer.alloc(32, 1))
const witness = fromSeed('witness.example/w1', Buffer.alloc(32, 2))
const logKey = verifierKeyOf(log, 'ed25519')
const witnessKey = verifierKeyOf(witness, 'cosignature/v1')
const now = new Date('2026-11-23T08:15:30.900Z')

describe('verifier keys and notes of other implementations', () => {
  // C2SP signed-note (example.com/foo), Go's sumdb/note tests (PeterNeumann, EnochRoot: the key of 32 zero bytes).
  const goText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const vectors = [
    {
      vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
      note: 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
    },
    {
      vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      note: `${goText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
    },
    {
      vkey: 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
      note: `${goText}\n— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n`,
    },
  ]

  it.each(vectors)('reads and checks $vkey', ({ vkey, note }) => {
    const key = parseVerifierKey(vkey)
    expect(formatVerifierKey(key)).toBe(vkey)
    const parsed = parseNote(note)
    const [line] = parsed.signatures
    expect(line).toMatchObject({ name: key.name, keyId: key.keyId })
    expect(verifyWith(key, Buffer.from(parsed.text), line?.signature ?? root)).toBe(true)
    expect(verifyWith(key, Buffer.from(`${parsed.text}x`), line?.signature ?? root)).toBe(false)
  })

  it('signs as they do', async () => {
    const enoch = fromSeed('EnochRoot', Buffer.alloc(32))
    const key = verifierKeyOf(enoch, 'ed25519')
    expect(formatVerifierKey(key)).toBe(vectors[2]?.vkey)
    const line = formatSignatureLine(key, await enoch.sign(Buffer.from(goText)))
    expect(`${goText}\n${line}\n`).toBe(vectors[2]?.note)
  })

  it('checks a checkpoint of a public log with the cosignature of a public witness', () => {
    const note = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`
    const keys = [
      'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f',
      'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
      'witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO',
    ].map(parseVerifierKey)
    const result = verifyCheckpoint(note, keys)
    expect(result).toMatchObject({ ok: true, checkpoint: { size: 1432088532 }, logKeys: [keys[0]] })
    expect(result.ok && result.cosignatures.map(({ key }) => key)).toEqual([keys[2], keys[1]])
    expect(result.ok && result.cosignatures[0]?.time.toISOString()).toBe(new Date(0x6a122120 * 1000).toISOString())
    expect(verifyCheckpoint(note.replace('1432088532', '1432088533'), keys)).toMatchObject({ reason: 'bad_signature' })
    expect(verifyCheckpoint(note, keys.slice(1))).toMatchObject({ ok: false, reason: 'untrusted' })
  })

  it.each([
    ['an id that is not that of the key', 'example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['a name with a space', 'example com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'],
    ['an unknown algorithm', 'rekor.sigstore.dev+12345678+AwEB'],
    ['no base64', 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2!'],
    ['two parts', 'example.com/foo+530d903a'],
    ['nothing', ''],
  ])('refuses a verifier key with %s', (_, vkey) => {
    expect(() => parseVerifierKey(vkey)).toThrow(AuditLogError)
  })

  it('refuses key material that is no Ed25519 key', () => {
    expect(() => verifierKey('a', 'ed25519', root.subarray(1))).toThrow(AuditLogError)
    expect(() => keySigner('a', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)).toThrow(AuditLogError)
    expect(() => keySigner('a b', generateKeyPairSync('ed25519').privateKey)).toThrow(AuditLogError)
  })
})

describe('a checkpoint', () => {
  it('is signed, read and checked', async () => {
    const raw = await signCheckpoint({ size: 42, root }, log)
    expect(raw.split('\n\n')[0]).toBe(`daira.example/log\n42\n${root.toString('base64')}`)
    expect(verifyCheckpoint(raw, [logKey])).toMatchObject({
      ok: true,
      checkpoint: { origin: 'daira.example/log', size: 42 },
      cosignatures: [],
    })
    expect(parseCheckpointText(parseNote(raw).text)).toEqual({ origin: 'daira.example/log', size: 42, root })
  })

  it('carries cosignatures with their time, in whole seconds', async () => {
    const raw = await signCheckpoint({ size: 42, root }, log)
    const line = await cosignatureLine(parseNote(raw).text, witness, now)
    const cosigned = addSignature(raw, line)
    expect(addSignature(cosigned, line)).toBe(cosigned)
    const result = verifyCheckpoint(cosigned, [logKey, witnessKey])
    expect(result.ok && result.cosignatures).toEqual([{ key: witnessKey, time: new Date('2026-11-23T08:15:30.000Z') }])
    // A witness' line alone is no statement of the log, and a stranger's line is passed over.
    expect(verifyCheckpoint(cosigned, [witnessKey])).toMatchObject({ ok: false, reason: 'untrusted' })
    expect(verifyCheckpoint(cosigned, [logKey])).toMatchObject({ ok: true, cosignatures: [] })
  })

  it('is refused whole where any line of a trusted key is wrong', async () => {
    const raw = await signCheckpoint({ size: 42, root }, log)
    const other = await cosignatureLine('another text\n', witness, now)
    const bad = addSignature(raw, other)
    expect(verifyCheckpoint(bad, [logKey, witnessKey])).toMatchObject({ ok: false, reason: 'bad_signature' })
    const moved = addSignature(
      raw,
      (await cosignatureLine(parseNote(raw).text, witness, now)).replace('AAAAB', 'AAAAC'),
    )
    expect(moved).not.toBe(raw)
    expect(verifyCheckpoint(moved, [logKey, witnessKey])).toMatchObject({ ok: false, reason: 'bad_signature' })
    expect(verifyCheckpoint(raw.replace('\n42\n', '\n43\n'), [logKey])).toMatchObject({ reason: 'bad_signature' })
  })

  it('is refused with a cosignature without time, however well signed', async () => {
    const raw = await signCheckpoint({ size: 42, root }, log)
    const timeless = addSignature(raw, await cosignatureLine(parseNote(raw).text, witness, new Date(0)))
    expect(verifyCheckpoint(timeless, [logKey, witnessKey])).toMatchObject({ ok: false, reason: 'bad_signature' })
  })

  it('is refused where a trusted key signs for another origin', async () => {
    const text = checkpointText({ origin: 'other.example/log', size: 42, root })
    const raw = `${text}\n${formatSignatureLine(logKey, await log.sign(Buffer.from(text)))}\n`
    expect(verifyCheckpoint(raw, [logKey])).toMatchObject({ ok: false, reason: 'untrusted' })
  })

  it.each([
    ['two lines', `a\n1\n`],
    ['an empty origin', `\n1\n${root.toString('base64')}\n`],
    ['a leading zero', `a\n01\n${root.toString('base64')}\n`],
    ['a negative size', `a\n-1\n${root.toString('base64')}\n`],
    ['a size beyond 2^53', `a\n9007199254740993\n${root.toString('base64')}\n`],
    ['a short root', `a\n1\nAAAA\n`],
    ['an empty extension line', `a\n1\n${root.toString('base64')}\n\nx\n`],
    ['a root for the empty tree that is not its root', `a\n0\n${root.toString('base64')}\n`],
  ])('is not read with %s', (_, text) => {
    expect(() => parseCheckpointText(text)).toThrow(AuditLogError)
  })

  it('reads the empty tree, and extension lines of other logs', () => {
    expect(parseCheckpointText(`a\n0\n${Buffer.from(EMPTY_ROOT).toString('base64')}\n`).size).toBe(0)
    expect(parseCheckpointText(`a\n5\n${root.toString('base64')}\ntime 1\n`).size).toBe(5)
  })

  it.each([
    ['no signature', 'a\n1\nx\n'],
    ['a tab', 'a\tb\n\n— a AAAAAAA=\n'],
    ['a hyphen for the dash', 'a\n\n- a AAAAAAA=\n'],
    ['a signature that is no base64', 'a\n\n— a AAAAAA!=\n'],
    ['no newline at the end', 'a\n\n— a AAAAAAA='],
    ['a lone surrogate', 'a\ud800\n\n— a AAAAAAA=\n'],
    ['a hundred signatures', `a\n\n${'— a AAAAAAA=\n'.repeat(100)}`],
    ['nothing', ''],
  ])('is no note with %s', (_, raw) => {
    expect(() => parseNote(raw)).toThrow(AuditLogError)
    expect(verifyCheckpoint(raw, [logKey])).toMatchObject({ ok: false, reason: 'malformed' })
  })
})
