import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyBundle } from './log/index.ts'
import { type TestLog, createTestLog, newSigner } from './test-log.ts'

const other = '019ab000-0000-7000-8000-00000000000b'
const entries = 24

let log: TestLog
let earlier: string
beforeEach(async () => {
  log = await createTestLog()
  await log.write(10)
  earlier = await log.note()
  await log.write(6, other)
  log.clock.advance(25 * 3_600_000)
  await log.write(8)
})
afterEach(() => log.close())

const findings = async (...args: Parameters<TestLog['verify']>): Promise<string[]> => {
  const report = await log.verify(...args)
  expect(report.ok).toBe(report.findings.length === 0)
  return report.findings.map(({ code, params }) => `${code} ${params['index'] ?? ''}`.trim())
}
const checked = async (): Promise<string[]> => (await log.check()).findings.map(({ code }) => code)
const alterLeaf = `update audit.leaf set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'note.written', 'note.removed'), 'UTF8')`

describe('an unaltered log', () => {
  it('passes whole, as a range and as a selection, and says what it proves', async () => {
    const whole = await log.verify({ knownCheckpoints: [earlier] })
    expect(whole).toMatchObject({ ok: true, counts: { leaves: entries, details: entries }, rewriteExcludedUpTo: 10 })
    expect(await log.verify({}, { scope: { type: 'range', from: 5, to: 21 } })).toMatchObject({
      ok: true,
      counts: { leaves: 16, inclusions: 16 },
    })
    const about = await log.verify({}, { scope: { type: 'subject', subject: { type: 'note', id: other } } })
    expect(about).toMatchObject({ ok: true, counts: { leaves: 6 } })
    expect(about.statements.map(({ code }) => code)).toContain('SELECTION_PROVEN')
    expect((await log.check()).findings).toEqual([])
    expect(await log.check()).toMatchObject({ entries, details: entries, checkpoints: 3 })
  })

  it('carries a checkpoint that somebody kept, so that a selection can be compared with it', async () => {
    const scope = { type: 'subject', subject: { type: 'note', id: other } } as const
    const report = await log.verify({ knownCheckpoints: [earlier] }, { scope, since: [10] })
    expect(report).toMatchObject({ ok: true, rewriteExcludedUpTo: 10 })
  })
})

describe('what was planted is found', () => {
  it('a leaf with another type', async () => {
    await log.tamper((client) => client.query(`${alterLeaf} where seq = 7`))
    expect(await findings()).toEqual(['LEAF_ALTERED 7'])
    expect(await checked()).toEqual(['LEAF_ALTERED', 'EVENT_DIFFERS', 'ROOT_DIFFERS', 'ROOT_DIFFERS', 'ROOT_DIFFERS'])
  })

  it('a leaf and its event with another type, hashes made anew', async () => {
    await log.tamper(async (client) => {
      await client.query(
        `update audit.event set type = 'note.removed' where id = (select event_id from audit.leaf where seq = 7)`,
      )
      await client.query(`${alterLeaf} where seq = 7`)
      await client.query(`update audit.leaf set leaf_hash = sha256('\\x00'::bytea || leaf) where seq = 7`)
      await client.query(
        `update audit.node set hash = (select leaf_hash from audit.leaf where seq = 7) where level = 0 and position = 7`,
      )
    })
    expect(await findings()).toContain('ROOT_MISMATCH')
    expect(await checked()).toContain('ROOT_DIFFERS')
  })

  it('an event that no longer says what its leaf says', async () => {
    await log.tamper((client) =>
      client.query(
        `update audit.event set type = 'note.removed' where id = (select event_id from audit.leaf where seq = 3)`,
      ),
    )
    // The bundle shows the leaf, which is what was signed; the installation's own check compares the two.
    expect(await findings()).toEqual([])
    const report = await log.check()
    expect(report.findings).toEqual([
      { code: 'EVENT_DIFFERS', params: { event: expect.any(String) as string, index: 3 } },
    ])
  })

  it('a deleted leaf', async () => {
    await log.tamper((client) => client.query('delete from audit.leaf where seq = 12'))
    expect(await findings()).toContain('LEAF_DELETED')
    expect(await checked()).toEqual(expect.arrayContaining(['LEAF_GAP', 'EVENT_UNPLACED']))
  })

  it('a deleted leaf whose gap was closed', async () => {
    await log.tamper(async (client) => {
      await client.query('delete from audit.leaf where seq = 12')
      await client.query('update audit.leaf set seq = seq + 1000 where seq > 12')
      await client.query('update audit.leaf set seq = seq - 1001 where seq > 1000')
    })
    const found = await findings()
    expect(found).toContain('LEAF_DELETED')
    expect(found).toContain('LEAF_REORDERED 12')
  })

  it('a deleted event', async () => {
    await log.tamper((client) =>
      client.query('delete from audit.event where id = (select event_id from audit.leaf where seq = 4)'),
    )
    expect(await findings()).toEqual(['DETAIL_MISMATCH 4'])
    expect(await checked()).toEqual(['EVENT_MISSING'])
  })

  it('two leaves that changed places', async () => {
    await log.tamper(async (client) => {
      await client.query('update audit.leaf set seq = 1000 where seq = 5')
      await client.query('update audit.leaf set seq = 5 where seq = 6')
      await client.query('update audit.leaf set seq = 6 where seq = 1000')
    })
    expect(await findings()).toEqual(expect.arrayContaining(['LEAF_REORDERED 5', 'LEAF_REORDERED 6']))
    expect(await checked()).toContain('LEAF_ALTERED')
  })

  it('a leaf that was put in between', async () => {
    await log.tamper(async (client) => {
      await client.query('update audit.leaf set seq = seq + 1000 where seq >= 9')
      await client.query('update audit.leaf set seq = seq - 999 where seq >= 1000')
      await client.query(
        `insert into audit.leaf (seq, event_id, leaf, leaf_hash)
         select 9, gen_random_uuid(), convert_to(replace(convert_from(leaf, 'UTF8'), 'note.written', 'note.forged'), 'UTF8'), leaf_hash
         from audit.leaf where seq = 8`,
      )
    })
    const found = await findings()
    expect(found).toContain('LEAF_ALTERED 9')
    expect(found).toContain('LEAF_REORDERED 10')
    expect(await checked()).toEqual(expect.arrayContaining(['EVENT_MISSING', 'ROOT_DIFFERS']))
  })

  it('an event that was put in from outside without a place', async () => {
    await log.tamper((client) =>
      client.query(
        `insert into audit.event (id, kind, type, occurred_at, recorded_at, detail_hash, detail_key_id, detail)
         select gen_random_uuid(), 'read', 'note.forged', now(), recorded_at, detail_hash, detail_key_id, detail from audit.event limit 1`,
      ),
    )
    expect(await checked()).toEqual(['EVENT_UNPLACED'])
  })

  it('a changed detail, and one that was replaced with the right key', async () => {
    await log.tamper((client) =>
      client.query(
        `update audit.event set detail = set_byte(detail, 20, get_byte(detail, 20) # 1) where id = (select event_id from audit.leaf where seq = 2)`,
      ),
    )
    await log.tamper((client) =>
      client.query(
        `update audit.event set detail = (select e.detail from audit.event e join audit.leaf l on l.event_id = e.id where l.seq = 1)
         where id = (select event_id from audit.leaf where seq = 3)`,
      ),
    )
    expect(await findings()).toEqual(['DETAIL_MISMATCH 2', 'DETAIL_MISMATCH 3'])
    expect(await checked()).toEqual(['DETAIL_ALTERED', 'DETAIL_ALTERED'])
    const selection = { scope: { type: 'range', from: 2, to: 3 } } as const
    expect(await findings({}, selection)).toEqual(['DETAIL_MISMATCH 2'])
  })

  it('a sequencer that stands still', async () => {
    await log.tamper(async (client) => {
      await client.query(
        `insert into audit.event (id, kind, type, occurred_at, recorded_at, detail_hash, detail_key_id, detail)
         select '01900000-0000-7000-8000-000000000001', 'read', 'note.read', now(), now(), detail_hash, detail_key_id, detail from audit.event limit 1`,
      )
      await client.query(`insert into audit.pending values ('01900000-0000-7000-8000-000000000001')`)
    })
    expect(await checked()).toEqual(['PENDING_TOO_LONG'])
    log.clock.advance(120_000)
    await log.tamper((client) => client.query('delete from audit.checkpoint where size > 16'))
    expect(await checked()).toEqual(['PENDING_TOO_LONG', 'CHECKPOINT_LATE'])
  })

  it('a key that was destroyed without a certificate, to hide what was said', async () => {
    await log.tamper((client) =>
      client.query(`update platform.data_key set wrapped = null, shredded_at = now() where subject_type = 'note'`),
    )
    expect(await checked()).toEqual(['KEY_DESTROYED_UNEXPLAINED', 'KEY_DESTROYED_UNEXPLAINED'])
  })

  it('a log that ends early', async () => {
    const newest = await log.note()
    await log.tamper(async (client) => {
      await client.query('delete from audit.leaf where seq >= 16')
      await client.query('delete from audit.node where (position + 1) * (1 << level) > 16')
      await client.query('delete from audit.checkpoint where size > 16')
    })
    expect(await findings()).toEqual([])
    expect(await findings({ knownCheckpoints: [newest] })).toEqual(['LOG_TRUNCATED'])
    await log.tamper((client) => client.query('delete from audit.leaf where seq >= 12'))
    expect(await checked()).toContain('TREE_SHORT')
    expect(await checked()).toContain('EVENT_UNPLACED')
  })
})

describe('a log that was made anew from an altered event', () => {
  const remake = async (signer = log.signer): Promise<void> => {
    await log.tamper(async (client) => {
      await client.query(
        `update audit.event set type = 'note.removed' where id = (select event_id from audit.leaf where seq = 7)`,
      )
      await client.query('insert into audit.pending select event_id from audit.leaf')
      await client.query('delete from audit.leaf; delete from audit.node; delete from audit.checkpoint')
    })
    await log.place(signer)
  }

  it('with the same key is found by a checkpoint kept outside, and not without one', async () => {
    await remake()
    expect(await findings({ knownCheckpoints: [earlier] })).toEqual(['REWRITTEN'])
    const blind = await log.verify()
    expect(blind.ok).toBe(true)
    expect(blind.statements.map(({ code }) => code)).toContain('REWRITE_NOT_EXCLUDED')
    // Inside the installation nothing contradicts it: that is why checkpoints and witnesses live elsewhere.
    expect(await checked()).toEqual([])
  })

  it('with a fresh key is found by the key kept outside', async () => {
    await remake(newSigner())
    expect(await findings()).toEqual(expect.arrayContaining(['CHECKPOINT_UNTRUSTED', 'CHECKPOINT_NONE_TRUSTED']))
    expect(await checked()).toContain('CHECKPOINT_INVALID')
  })

  it('under another name is found too', async () => {
    const lines = await log.exportLines({ origin: 'daira/other' })
    const report = await verifyBundle(lines, { logKeys: [log.key] })
    expect(report.findings.map(({ code }) => code)).toContain('ORIGIN_MISMATCH')
  })
})

describe('what the verifier would accept blindly', () => {
  it('does not exist: every leaf and detail of the export is compared', async () => {
    const lines = await log.exportLines()
    const missed: number[] = []
    let spoilt = 0
    for (const [at, line] of lines.entries()) {
      if (!line.includes('"kind":"leaf"') && !line.includes('"kind":"detail"')) continue
      const other = line.replace(/(note\.|ملاحظة )./u, '$1x')
      if (other !== line) spoilt += 1
      const report = await verifyBundle(lines.with(at, other), { logKeys: [log.key] })
      if (report.ok) missed.push(at)
    }
    expect(missed).toEqual([])
    expect(spoilt).toBe(2 * entries)
  })
})
