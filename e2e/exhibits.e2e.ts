import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { type DeskUnderTest, createDeskUnderTest, look, pictures } from './desk-under-test.ts'
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

const open = async (locale: 'ar' | 'fr', officer: string): Promise<Page> => {
  const page = await desk.open({ locale }, officer)
  onTestFailed(async () => {
    await page.screenshot({ path: join(pictures, `fail-exhibits-${officer}.png`) })
  })
  return page
}

/** Chooses in a field with a list: some letters of it, then Enter on the only one left. */
async function choose(page: Page, scope: string, label: string, name: RegExp, letters: string): Promise<void> {
  await page.locator(scope).getByRole('combobox', { name: label, exact: true }).fill(letters)
  await page.getByRole('option', { name }).first().click()
}
const inDialog = (page: Page, label: string, name: RegExp, letters: string) =>
  choose(page, '[role=dialog]', label, name, letters)
const send = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test(
  'in French: seized under a PV, sealed, labelled, read by the camera, shelved, examined, deposited at court, certified',
  { timeout: 300_000 },
  async () => {
    const scene = await openSeizureCase(desk.app)
    const page = await open('fr', 'investigator')
    await page.goto(`${desk.address}/cases/${scene.caseId}`)
    await page.getByText('Aucun objet saisi').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('x')
    await page.getByRole('heading', { level: 1, name: 'Enregistrer des objets saisis' }).waitFor()
    await choose(page, 'form', 'PV de saisie', new RegExp(scene.pv.slice(0, 6)), scene.pv.slice(0, 4))
    await choose(page, 'form', 'À qui ils ont été pris', /Salem/, 'Salem')
    const item = (number: number) => page.locator('fieldset').nth(number - 1)
    await item(1).getByLabel('Description').fill('Téléphone noir de marque Samsung, écran fendu')
    await item(1).getByRole('combobox', { name: 'Nature' }).fill('Télé')
    await page.getByRole('option', { name: 'Téléphone' }).click()
    await item(1).getByLabel('Numéros propres').fill('356938035643809, 356938035643817')
    await item(1).getByLabel('Numéro du scellé').fill('S-2026-0141')
    const picture = await sharp({ create: { width: 480, height: 360, channels: 3, background: '#33414d' } })
      .jpeg()
      .toBuffer()
    await item(1)
      .getByLabel('Ajouter des photos')
      .last()
      .setInputFiles({ name: 'telephone.jpg', mimeType: 'image/jpeg', buffer: picture })
    await page.keyboard.press('Control+i')
    await item(2).getByLabel('Description').fill('Couteau de cuisine à manche noir')
    await item(2).getByRole('combobox', { name: 'Nature' }).fill('Objet')
    await page.getByRole('option', { name: 'Objet' }).click()
    await look(page, 'fr-exhibits-record')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: 'Enregistrés' }).waitFor()
    await page.getByText(/1.? photo$/).waitFor()
    await look(page, 'fr-exhibits-recorded')
    const rows = page.locator('main a[href^="/exhibits/"]')
    expect(await rows.count()).toBe(2)

    // The second has no seal yet: its sheet says so first.
    await rows.nth(1).click()
    await page.getByRole('heading', { level: 1, name: 'Couteau de cuisine à manche noir' }).waitFor()
    await page.getByText('Le placer sous scellé.').waitFor()
    await page.keyboard.press('s')
    await page.getByRole('dialog').getByLabel('Numéro du scellé').fill('S-2026-0142')
    await inDialog(page, 'En présence de', /Salem/, 'Salem')
    await look(page, 'fr-exhibits-seal')
    await send(page)
    await page.getByText('Le déposer dans le lieu de conservation').or(page.getByText('PV')).first().waitFor()

    // Printed, held before the camera of the store, read there.
    const printed = page.waitForEvent('popup')
    await page.keyboard.press('p')
    const sheet = await page.request.get((await printed).url())
    expect(sheet.headers()['content-type']).toBe('application/pdf')
    const pdf = await sheet.body()
    await camera.layDown(pdf)
    const store = await open('fr', 'storekeeper')
    await store.goto(`${desk.address}/exhibits`)
    await store.getByRole('heading', { name: /Lisez une étiquette/ }).waitFor()
    await store.getByRole('button', { name: /^Lire avec la caméra/ }).click()
    await store.getByRole('heading', { level: 1, name: 'Couteau de cuisine à manche noir' }).waitFor()

    await store.keyboard.press('m')
    await inDialog(store, 'Vers', /M1-A/, 'M1-A')
    // Whoever holds it hands over, whoever writes it down receives: both stand there already.
    await look(store, 'fr-exhibits-move')
    await send(store)
    await store.getByText('Il est à sa place').or(store.getByText('scellé')).first().waitFor()
    await store.keyboard.press('l')
    const lab = store.getByRole('dialog')
    await lab.getByLabel('Reçu par · Nom').fill('Dr Naïma Idrissi')
    await send(store)
    await store.getByText('Au laboratoire').first().waitFor()
    await store.keyboard.press('n')
    await inDialog(store, 'Vers', /M1-A/, 'M1-A')
    await lab.getByLabel('Remis par · Nom').fill('Dr Naïma Idrissi')
    await send(store)
    await store.getByText('Conservé').first().waitFor()
    await store.keyboard.press('d')
    await lab.getByLabel('Numéro de l’ordre').fill('2026/3101/88')
    await lab.getByLabel('Date de l’ordre').fill('27/11/2026')
    await lab.getByLabel('Reçu par · Nom').fill('Rachida Benali')
    await look(store, 'fr-exhibits-deposit')
    await send(store)
    await store.getByText('Déposé au greffe').first().waitFor()

    const head = await open('fr', 'head')
    await head.goto(store.url())
    await head.getByText('Ininterrompue', { exact: true }).waitFor()
    await head.keyboard.press('v')
    await head.getByRole('dialog').getByLabel('Objet du certificat').fill('Audience du 3 décembre')
    await send(head)
    await head.getByText(/Chaîne ininterrompue jusqu/).waitFor()
    await look(head, 'fr-exhibits-sheet')
    const exported = head.waitForEvent('download')
    await head.keyboard.press('e')
    expect((await exported).suggestedFilename()).toMatch(/jsonld$/)

    // The phone's image: the original stays sealed, a copy is worked on.
    await head.getByRole('link', { name: /Téléphone noir/ }).click()
    await head.getByRole('heading', { level: 1, name: /Téléphone noir/ }).waitFor()
    await head.locator('main img').waitFor()
    await head
      .locator('input[aria-label="Ajouter un original"]')
      .setInputFiles({ name: 'image-disque.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(2048, 7) })
    await head.getByText('Original scellé').waitFor()
    await head.getByRole('button', { name: 'Faire une copie de travail' }).click()
    await head.getByRole('dialog').getByLabel('Son objet').fill('Extraction des messages')
    await send(head)
    const copied = head.waitForEvent('download')
    await head.getByRole('link', { name: 'Télécharger' }).click()
    expect(await readFile(await (await copied).path())).toEqual(Buffer.alloc(2048, 7))
    await head.setViewportSize({ width: 1440, height: 1600 })
    await look(head, 'fr-exhibits-phone')
  },
)

test('in Arabic: a shelf is counted by its labels, and what differs is told', { timeout: 240_000 }, async () => {
  const scene = await openSeizureCase(desk.app)
  const { shelf, other } = stores
  const put = (place: string, seal: string, words: string) => storeOne(desk.app, scene, place, seal, words)
  const there = await put(shelf.id, 'م-201', 'سكين مطبخ بمقبض أسود')
  await put(shelf.id, 'م-202', 'هاتف محمول أزرق من نوع Samsung Galaxy A14')
  const elsewhere = await put(other.id, 'م-203', 'حقيبة يد جلدية بنية')
  const page = await open('ar', 'storekeeper')
  await page.goto(`${desk.address}/exhibits/places`)
  await page.getByRole('button', { name: 'جرد M1-A' }).waitFor()
  await look(page, 'ar-exhibits-places')
  await page.getByRole('button', { name: 'جرد M1-A' }).click()
  await page.getByRole('heading', { level: 1, name: /^جرد/ }).waitFor()
  // A reader that types: label and Enter, one after the other.
  const scan = async (text: string, said: string): Promise<void> => {
    await page.getByLabel('ملصق').fill(text)
    await page.keyboard.press('Enter')
    await page.locator('[aria-live=polite]').getByText(said).waitFor()
  }
  await scan(there.label.toLowerCase(), 'في مكانه')
  await scan(there.label, 'مُسح من قبل')
  await scan(elsewhere.label, 'مسجَّل في مكان آخر')
  await scan('XYZ-0042', 'ملصق مجهول')
  await look(page, 'ar-exhibits-count')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'عدّ معي' }).fill('يوسف')
  await page.getByRole('option', { name: 'يوسف بنجلون' }).click()
  await send(page)
  await page.getByText('مغلق', { exact: true }).waitFor()
  const differences = page.getByRole('region', { name: /^الفوارق/ })
  await differences.getByText('حقيبة يد جلدية بنية').waitFor()
  expect(await differences.textContent()).toContain('M1-B')
  await differences.getByText('XYZ-0042').waitFor()
  await differences.getByText('هاتف محمول أزرق').waitFor()
  await look(page, 'ar-exhibits-report')

  await page.goto(`${desk.address}/exhibits`)
  await page.getByLabel('ملصق').fill(shelf.label)
  await page.keyboard.press('Enter')
  await page.waitForURL(({ search }) => search.includes(shelf.id))
  await page.getByRole('link', { name: /سكين مطبخ/ }).click()
  await page.getByRole('heading', { level: 1, name: 'سكين مطبخ بمقبض أسود' }).waitFor()
  await look(page, 'ar-exhibits-sheet')
})

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
