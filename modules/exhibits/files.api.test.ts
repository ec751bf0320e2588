import { createHash, randomBytes } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Ground, openGround } from './testing/ground.ts'
import { type Recorded, between, codeOf, done, readExhibit, recordOne, step } from './testing/scene.ts'

let app: TestApp
let investigator: Officer
let keeper: Officer
let head: Officer
let desk2: Officer
let ground: Ground<Officer>
let phone: Recorded
beforeAll(async () => {
  app = await createTestApp()
  ground = await openGround(app)
  ;({ investigator, keeper, head, desk2 } = ground)
  phone = await ground.record({
    item: { kind: 'phone', detail: { description: 'هاتف أسود' }, sealNumber: 'KH-1' },
  })
})
afterAll(() => app.close())

const jpeg = Buffer.concat([Buffer.from('ffd8ff', 'hex'), randomBytes(500)])
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
async function upload(officer: Officer, bytes: Buffer, mediaType: string, name = 'صورة القرص.bin'): Promise<string> {
  const { id } = await done<{ id: string }>(officer.post('/uploads', { name, mediaType, size: bytes.length }))
  await done(officer.send('PUT', `/uploads/${id}?offset=0`, bytes, { 'content-type': 'application/octet-stream' }))
  return id
}
const added = <R = { id: string; sha256: string }>(officer: Officer, path: string, body: object) =>
  done<R>(officer.post(`/exhibits/${phone.id}/${path}`, body))
const addOriginal = async (bytes: Buffer, more: object = {}) =>
  added(investigator, 'files', { uploadId: await upload(investigator, bytes, 'application/octet-stream'), ...more })

describe('a photograph', () => {
  it('is hashed on arrival, shown to who sees the exhibit, and each opening is recorded', async () => {
    const uploadId = await upload(investigator, jpeg, 'image/jpeg')
    const photo = await added(investigator, 'photos', { uploadId, caption: 'الوجه الأمامي' })
    expect(photo.sha256).toBe(sha(jpeg))
    expect((await readExhibit(keeper, phone.id)).photoList).toMatchObject([
      { id: photo.id, caption: 'الوجه الأمامي', sha256: sha(jpeg), mediaType: 'image/jpeg' },
    ])
    const shown = await keeper.get(`/exhibits/${phone.id}/photos/${photo.id}`)
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(shown.rawPayload.equals(jpeg)).toBe(true)
    expect((await desk2.get(`/exhibits/${phone.id}/photos/${photo.id}`)).statusCode).toBe(404)
    const looks = await app.db.asSuperuser((client) =>
      client.query(`select 1 from audit.event where type = 'exhibit.file-read' and codes ->> 'file' = $1`, [photo.id]),
    )
    expect(looks.rowCount).toBe(1)
  })

  it('is a picture', async () => {
    const uploadId = await upload(investigator, Buffer.from('%PDF-1.7 x'), 'application/pdf')
    const answer = await investigator.post(`/exhibits/${phone.id}/photos`, { uploadId })
    expect(codeOf(answer)).toEqual([415, 'EXHIBIT_PICTURE_NEEDED'])
  })
})

describe('a digital original', () => {
  it('is taken with the hash of the server, and refused where another one was stated', async () => {
    const bytes = randomBytes(5000)
    const file = await addOriginal(bytes, { statedSha256: sha(bytes) })
    expect(file.sha256).toBe(sha(bytes))
    const uploadId = await upload(investigator, bytes, 'application/octet-stream')
    const answer = await investigator.post(`/exhibits/${phone.id}/files`, { uploadId, statedSha256: sha(jpeg) })
    expect(codeOf(answer)).toEqual([422, 'EXHIBIT_HASH_DIFFERS'])
  })

  it('is never served in everyday work: that goes by a copy whose hash is that of the original', async () => {
    const bytes = randomBytes(2_500_000)
    const file = await addOriginal(bytes)
    const url = `/exhibits/${phone.id}/files/${file.id}`
    expect(codeOf(await investigator.get(`${url}/content`))).toEqual([409, 'EXHIBIT_ORIGINAL_SEALED'])
    const copy = await added(investigator, `files/${file.id}/working-copies`, { purpose: 'استخراج الرسائل' })
    expect(copy.sha256).toBe(file.sha256)
    const served = await investigator.get(`/exhibits/${phone.id}/files/${copy.id}/content`)
    expect(served.rawPayload.equals(bytes)).toBe(true)
    expect(served.headers['content-disposition']).toMatch(/^attachment/)
    const { fileList } = await readExhibit(investigator, phone.id)
    expect(fileList.find(({ id }) => id === copy.id)).toMatchObject({
      role: 'working-copy',
      copyOf: file.id,
      purpose: 'استخراج الرسائل',
    })
    expect(
      codeOf(
        await investigator.post(`/exhibits/${phone.id}/files/${copy.id}/working-copies`, { purpose: 'نسخة النسخة' }),
      ),
    ).toEqual([404, 'NOT_FOUND'])
  })

  it('is opened by the head alone, for a reason that is recorded', async () => {
    const bytes = randomBytes(300)
    const file = await addOriginal(bytes)
    const url = `/exhibits/${phone.id}/files/${file.id}/original`
    const reason = encodeURIComponent('طلبت النيابة العامة الأصل')
    expect((await investigator.get(`${url}?reason=${reason}`)).statusCode).toBe(403)
    expect((await head.get(url)).statusCode).toBe(400)
    const opened = await head.get(`${url}?reason=${reason}`)
    expect(opened.rawPayload.equals(bytes)).toBe(true)
    const looks = await app.db.asSuperuser((client) =>
      client.query(`select 1 from audit.event where type = 'exhibit.original-read' and codes ->> 'file' = $1`, [
        file.id,
      ]),
    )
    expect(looks.rowCount).toBe(1)
  })

  it('is hidden by row-level security alone from every permission that does not open it', async () => {
    const { fileList } = await readExhibit(investigator, phone.id)
    const seen = async (permission: string): Promise<number> => {
      const client = await app.db.app.pool.connect()
      try {
        if (head.caller.kind !== 'session') throw new Error('a session was expected')
        await client.query('begin')
        await client.query('select identity.enter($1, $2, null, $3)', [
          head.caller.tokenHash,
          permission,
          app.clock.now(),
        ])
        const { rowCount } = await client.query(
          `select 1 from files.file f join exhibits.stored_file s on s.file_id = f.id where s.role = 'original'`,
        )
        await client.query('rollback')
        return rowCount ?? 0
      } finally {
        client.release()
      }
    }
    const originals = fileList.filter(({ role }) => role === 'original').length
    expect(originals).toBeGreaterThan(0)
    expect([await seen('exhibit.read'), await seen('case.read')]).toEqual([0, 0])
    expect(await seen('exhibit.read-original')).toBe(originals)
  })

  it('that changed on the disk is found by night, told to the head once, and copied no more', async () => {
    const file = await addOriginal(randomBytes(4000))
    await app.runJob('exhibits.check-files', {})
    expect((await readExhibit(head, phone.id)).fileList.map(({ intact }) => intact)).not.toContain(false)
    const fileId = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ file_id: string }>(
        'select file_id from exhibits.stored_file where id = $1',
        [file.id],
      )
      return rows[0]?.file_id ?? ''
    })
    await flipBit(fileId)
    app.clock.advance(24 * 3_600_000)
    await app.runJob('exhibits.check-files', {})
    app.clock.advance(24 * 3_600_000)
    await app.runJob('exhibits.check-files', {})
    head = await app.again('head')
    investigator = await app.again('investigator')
    keeper = await app.again('storekeeper')
    desk2 = await app.again('desk2')
    const { fileList } = await readExhibit(head, phone.id)
    expect(fileList.filter(({ intact }) => intact === false).map(({ id }) => id)).toEqual([file.id])
    const { items } = await done<{ items: { kind: string; link: { id: string } }[] }>(head.get('/notices'))
    expect(items.filter(({ kind }) => kind === 'exhibit.file-differs')).toHaveLength(1)
    const copy = await investigator.post(`/exhibits/${phone.id}/files/${file.id}/working-copies`, { purpose: 'فحص' })
    expect(codeOf(copy)).toEqual([409, 'FILE_CHANGED'])
  })
})

async function flipBit(fileId: string): Promise<void> {
  const root = join(app.house.keyring.dir, '..', '..', 'files')
  const path = join(root, fileId.slice(-2), fileId)
  expect(await readdir(join(root, fileId.slice(-2)))).toContain(fileId)
  const bytes = await readFile(path)
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
  await writeFile(path, bytes)
}

describe('a chain', () => {
  const certify = async (id: string) => {
    const { version } = await readExhibit(head, id)
    return head.post(`/exhibits/${id}/certificates`, { baseVersion: version, purpose: 'طلب المحكمة' })
  }

  it('is certified where it is unbroken, and nowhere else', async () => {
    const { id } = await recordOne(investigator, ground.scene, app.clock.now(), { item: { sealNumber: 'KH-9' } })
    const certified = await done<{ upToSeq: number; digest: string }>(certify(id))
    expect(certified).toMatchObject({ upToSeq: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect((await done<{ digest: string }>(certify(id))).digest).toBe(certified.digest)
    expect((await readExhibit(head, id)).certificates).toMatchObject([
      { upToSeq: 2, purpose: 'طلب المحكمة' },
      { upToSeq: 2 },
    ])
    await step(investigator, id, 'missing', { ...between(investigator, head), note: 'ضاع' })
    await step(investigator, id, 'corrections', { ...between(investigator, head), correctsSeq: 3, text: 'خطأ في العد' })
    expect(codeOf(await certify(id))).toEqual([422, 'EXHIBIT_CHAIN_BROKEN'])
    const answer = await head.post(`/exhibits/${id}/certificates`, { baseVersion: 1, purpose: 'طلب المحكمة' })
    expect(codeOf(answer)).toEqual([409, 'STALE_EDIT'])
    expect((await keeper.post(`/exhibits/${id}/certificates`, { baseVersion: 1, purpose: 'طلب' })).statusCode).toBe(403)
  })
})

describe('a label', () => {
  it('is a code that holds the label and nothing else', async () => {
    const svg = await keeper.get(`/exhibits/${phone.id}/label.svg`)
    expect([svg.statusCode, svg.headers['content-type']]).toEqual([200, 'image/svg+xml'])
    expect(svg.body).toMatch(/^<svg .*<\/svg>$/)
    expect((await desk2.get(`/exhibits/${phone.id}/label.svg`)).statusCode).toBe(404)
    const { items } = await done<{ items: { id: string }[] }>(keeper.get('/exhibit-places'))
    expect((await keeper.get(`/exhibit-places/${items[0]?.id}/label.svg`)).statusCode).toBe(200)
  })

  it('is printed on a sheet, in the language of the reader', async () => {
    const { items } = await done<{ items: { id: string }[] }>(keeper.get('/exhibit-places?closed=true'))
    for (const lang of ['ar', 'fr']) {
      const sheet = await keeper.get(`/exhibit-labels.pdf?lang=${lang}&exhibits=${phone.id}&places=${items[0]?.id}`)
      expect([sheet.statusCode, sheet.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(sheet.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect(codeOf(await desk2.get(`/exhibit-labels.pdf?exhibits=${phone.id}`))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await keeper.get('/exhibit-labels.pdf?exhibits=x'))).toEqual([400, 'INPUT_INVALID'])
  })
})
