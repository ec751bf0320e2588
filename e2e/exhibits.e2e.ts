import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TextKey, translate } from '../apps/desk/i18n/translate.ts'
import { type DeskUnderTest, createDeskUnderTest, follow, look } from './desk-under-test.ts'
import { choose, inDialog, openPage, send } from './exhibit-hands.ts'
import { type LabelCamera, createLabelCamera } from './label-camera.ts'
import { foundStores, openSeizureCase, storeOne } from './seizure-scene.ts'

let desk: DeskUnderTest
let camera: LabelCamera
let stores: Awaited<ReturnType<typeof foundStores>>
beforeAll(async () => {
  camera = await createLabelCamera()
  desk = await createDeskUnderTest({}, camera.browserArgs)
  stores = await foundStores(desk.app)
})
afterAll(async () => {
  await desk.close()
  await camera.close()
})

/** What an officer types in each language; what the desk says is looked up in its own texts. */
const typed = {
  fr: {
    suspect: 'Salem',
    phone: 'Téléphone noir de marque Samsung, écran fendu',
    knife: 'Couteau de cuisine à manche noir',
    expert: 'Dr Naïma Idrissi',
    clerk: 'Rachida Benali',
    hearing: 'Audience du 3 décembre',
    extraction: 'Extraction des messages',
    bag: 'Sac à main en cuir brun',
    second: 'Youssef Benjelloun',
  },
  ar: {
    suspect: 'سالم',
    phone: 'هاتف أسود من نوع Samsung، شاشته مشقوقة',
    knife: 'سكين مطبخ بمقبض أسود',
    expert: 'د. نعيمة الإدريسي',
    clerk: 'رشيدة بنعلي',
    hearing: 'جلسة 3 دجنبر',
    extraction: 'استخراج الرسائل',
    bag: 'حقيبة يد جلدية بنية',
    second: 'يوسف بنجلون',
  },
} as const

describe.each(['fr', 'ar'] as const)('in %s', (locale) => {
  const words = typed[locale]
  const say = (key: TextKey): string => translate(locale, key)
  /** Some words of it, among others. */
  const part = (text: string): RegExp => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))

  test(
    'seized under a PV, sealed, labelled, read by the camera, shelved, examined, deposited at court, certified',
    { timeout: 300_000 },
    async () => {
      const scene = await openSeizureCase(desk.app)
      const page = await openPage(desk, locale, 'investigator')
      await page.goto(`${desk.address}/cases/${scene.caseId}`)
      await page.getByText(say('exhibits.ofCaseNone')).waitFor()
      await page.keyboard.press('g')
      await page.keyboard.press('x')
      await page.getByRole('heading', { level: 1, name: say('exhibit.record.title') }).waitFor()
      await choose(page, 'form', say('exhibit.record.pv'), part(scene.pv.slice(0, 6)), scene.pv.slice(0, 4))
      await choose(page, 'form', say('exhibit.record.from'), part(words.suspect), words.suspect)
      const item = (number: number) => page.locator('fieldset').nth(number - 1)
      await item(1).getByLabel(say('exhibit.description')).fill(words.phone)
      await item(1)
        .getByRole('combobox', { name: say('exhibit.kind') })
        .fill(say('exhibit.kind.phone'))
      await page.getByRole('option', { name: say('exhibit.kind.phone') }).click()
      await item(1).getByLabel(say('exhibit.serials')).fill('356938035643809, 356938035643817')
      await item(1).getByLabel(say('exhibit.sealNumber')).fill('S-2026-0141')
      const picture = await sharp({ create: { width: 480, height: 360, channels: 3, background: '#33414d' } })
        .jpeg()
        .toBuffer()
      await item(1)
        .getByLabel(say('exhibit.photos.add'))
        .last()
        .setInputFiles({ name: 'telephone.jpg', mimeType: 'image/jpeg', buffer: picture })
      await page.keyboard.press('Control+i')
      await item(2).getByLabel(say('exhibit.description')).fill(words.knife)
      await item(2)
        .getByRole('combobox', { name: say('exhibit.kind') })
        .fill(say('exhibit.kind.object'))
      await page.getByRole('option', { name: say('exhibit.kind.object') }).click()
      await look(page, `${locale}-exhibits-record`)
      await page.keyboard.press('Control+Enter')
      await page.getByRole('heading', { level: 1, name: say('exhibit.record.done') }).waitFor()
      await page.getByText(part(translate(locale, 'exhibit.photos.chosen', { count: 1 }))).waitFor()
      await look(page, `${locale}-exhibits-recorded`)
      const rows = page.locator('main a[href^="/exhibits/"]')
      expect(await rows.count()).toBe(2)

      // The second has no seal yet: its sheet says so first.
      await rows.nth(1).click()
      await page.getByRole('heading', { level: 1, name: words.knife }).waitFor()
      await page.getByText(say('exhibit.next.seal'), { exact: true }).waitFor()
      await page.keyboard.press('s')
      await page.getByRole('dialog').getByLabel(say('exhibit.sealNumber')).fill('S-2026-0142')
      await inDialog(page, say('party.before'), part(words.suspect), words.suspect)
      await look(page, `${locale}-exhibits-seal`)
      await send(page)
      await page.getByText(say('exhibit.next.store')).waitFor()

      // Printed, held before the camera of the store, read there.
      const printed = page.waitForEvent('popup')
      await page.keyboard.press('p')
      const sheet = await page.request.get((await printed).url())
      expect(sheet.headers()['content-type']).toBe('application/pdf')
      await camera.layDown(await sheet.body())
      const store = await openPage(desk, locale, 'storekeeper')
      await store.goto(`${desk.address}/exhibits`)
      await store.getByRole('heading', { name: say('exhibits.choose') }).waitFor()
      await store.getByRole('button', { name: part(say('scan.camera')) }).click()
      await store.getByRole('heading', { level: 1, name: words.knife }).waitFor()

      await store.keyboard.press('m')
      await inDialog(store, say('exhibit.act.to'), /M1-A/, 'M1-A')
      // Whoever holds it hands over, whoever writes it down receives: both stand there already.
      await look(store, `${locale}-exhibits-move`)
      await send(store)
      await store.getByText('M1-A', { exact: true }).first().waitFor()
      const dialog = store.getByRole('dialog')
      const nameOf = (who: TextKey) => dialog.getByLabel(`${say(who)} · ${say('party.name')}`)
      await store.keyboard.press('l')
      await nameOf('party.received').fill(words.expert)
      await send(store)
      await store.getByText(say('exhibit.state.at-laboratory'), { exact: true }).first().waitFor()
      await store.keyboard.press('n')
      await inDialog(store, say('exhibit.act.to'), /M1-A/, 'M1-A')
      await nameOf('party.handed').fill(words.expert)
      await send(store)
      await store.getByText(say('exhibit.next.lab')).waitFor({ state: 'detached' })
      await store.keyboard.press('d')
      await dialog.getByLabel(say('exhibit.act.orderNumber')).fill('2026/3101/88')
      await dialog.getByLabel(say('exhibit.act.orderDate')).fill('27/11/2026')
      await nameOf('party.received').fill(words.clerk)
      await look(store, `${locale}-exhibits-deposit`)
      await send(store)
      await store.getByText(say('exhibit.state.deposited'), { exact: true }).first().waitFor()

      const head = await openPage(desk, locale, 'head')
      await head.goto(store.url())
      await head.getByText(say('exhibit.chain.unbroken'), { exact: true }).waitFor()
      await head.keyboard.press('v')
      await head.getByRole('dialog').getByLabel(say('exhibit.act.certifyPurpose')).fill(words.hearing)
      await send(head)
      await head.getByText(part(say('exhibit.certificate').split('{')[0] ?? '')).waitFor()
      await look(head, `${locale}-exhibits-sheet`)
      const exported = head.waitForEvent('download')
      await head.keyboard.press('e')
      expect((await exported).suggestedFilename()).toMatch(/jsonld$/)

      // The phone's image: the original stays sealed, a copy is worked on.
      await head.getByRole('link', { name: part(words.phone) }).click()
      await head.getByRole('heading', { level: 1, name: words.phone }).waitFor()
      await head.locator('main img').waitFor()
      await head.locator(`input[aria-label="${say('exhibit.files.add')}"]`).setInputFiles({
        name: 'image-disque.bin',
        mimeType: 'application/octet-stream',
        buffer: Buffer.alloc(2048, 7),
      })
      await head.getByText(say('exhibit.files.original')).waitFor()
      await head.getByRole('button', { name: say('exhibit.files.makeCopy') }).click()
      await head.getByRole('dialog').getByLabel(say('exhibit.files.purpose')).fill(words.extraction)
      await send(head)
      const copied = head.waitForEvent('download')
      await head.getByRole('link', { name: say('exhibit.files.download') }).click()
      expect(await readFile(await (await copied).path())).toEqual(Buffer.alloc(2048, 7))
      await head.setViewportSize({ width: 1440, height: 1600 })
      await look(head, `${locale}-exhibits-phone`)
    },
  )

  test('a shelf is counted by its labels, and what differs is told', { timeout: 240_000 }, async () => {
    const scene = await openSeizureCase(desk.app)
    const { other } = stores
    const shelf = await stores.foundShelf(`C-${locale}`)
    const put = (place: string, seal: string, what: string) => storeOne(desk.app, scene, place, seal, what)
    const there = await put(shelf.id, 'م-201', words.knife)
    await put(shelf.id, 'م-202', words.phone)
    const elsewhere = await put(other.id, 'م-203', words.bag)
    const page = await openPage(desk, locale, 'storekeeper')
    await page.goto(`${desk.address}/exhibits/places`)
    const count = page.getByRole('button', { name: `${say('count.start')} C-${locale}` })
    await count.waitFor()
    await look(page, `${locale}-exhibits-places`)
    await count.click()
    await page.getByRole('heading', { level: 1, name: part(say('count.title')) }).waitFor()
    // A reader that types: label and Enter, one after the other.
    const scan = async (text: string, result: TextKey): Promise<void> => {
      await page.getByLabel(say('scan.label')).fill(text)
      await page.keyboard.press('Enter')
      await said.getByText(say(result)).waitFor()
    }
    const said = page.locator('[aria-live=polite]')
    await scan(there.label.toLowerCase(), 'count.result.expected')
    await scan(there.label, 'count.result.again')
    await scan(elsewhere.label, 'count.result.surplus')
    await scan('XYZ-0042', 'count.result.unknown')
    // A wrong one is taken back by key; another at the difference that it makes.
    await scan('XYZ-0043', 'count.result.unknown')
    await said.getByText('XYZ-0043').waitFor()
    await page.keyboard.press('Control+Backspace')
    await said.getByText(say('count.takenBack'), { exact: true }).waitFor()
    await scan('XYZ-0044', 'count.result.unknown')
    await page.getByRole('button', { name: `${say('count.takeBack')} XYZ-0044` }).click()
    await page
      .getByRole('region', { name: part(say('count.takenBackAll')) })
      .getByText('XYZ-0044')
      .waitFor()
    await look(page, `${locale}-exhibits-count`)
    await page.keyboard.press('Control+Enter')
    await inDialog(page, say('count.with'), part(words.second), words.second.slice(0, 4))
    await send(page)
    await page.getByText(say('count.closed'), { exact: true }).waitFor()
    const differences = page.getByRole('region', { name: part(say('count.differences')) })
    await differences.getByText(words.bag).waitFor()
    expect(await differences.textContent()).toContain('M1-B')
    await differences.getByText('XYZ-0042').waitFor()
    expect(await differences.textContent()).not.toMatch(/XYZ-004[34]/)
    await differences.getByText(words.phone).waitFor()
    await look(page, `${locale}-exhibits-report`)

    await follow(page, '/exhibits')
    await page.getByLabel(say('scan.label')).fill(shelf.label)
    await page.keyboard.press('Enter')
    await page.waitForURL(({ search }) => search.includes(shelf.id))
    await page.getByRole('link', { name: part(words.knife) }).click()
    await page.getByRole('heading', { level: 1, name: words.knife }).waitFor()
  })
})

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
