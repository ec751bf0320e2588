import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'
import { type Filled, fillDesk } from './fill.ts'

let desk: DeskUnderTest
let filled: Filled
let bringBack: (() => Promise<void>) | undefined
beforeAll(async () => {
  desk = await createDeskUnderTest()
  filled = await fillDesk(desk)
})
afterEach(async () => {
  await bringBack?.()
  bringBack = undefined
})
afterAll(() => desk.close())

test(
  'Escape closes what is on top, and leaves the page alone as long as something is open',
  { timeout: 180_000 },
  async () => {
    const page = await desk.open({ locale: 'fr' }, 'head')
    await page.goto(`${desk.address}/cases`)
    await page.goto(`${desk.address}/cases/${filled.caseId}`)
    const here = `/cases/${filled.caseId}`
    const dialog = page.getByRole('dialog', { name: 'Confier' })
    await page
      .getByRole('button', { name: /^Confier/ })
      .first()
      .waitFor()
    await page.keyboard.press('s')
    await dialog.waitFor()
    // A list inside it goes first, then the palette above it, then the dialog: one Escape each.
    await dialog.getByRole('combobox').click()
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('option').first().waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+K')
    const palette = page.getByPlaceholder('Numéro de procédure, nom, ou ce que vous voulez faire…')
    await palette.waitFor()
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
    expect(await dialog.isVisible()).toBe(true)
    // The list opens again with the caret in its field.
    await dialog.getByRole('button', { name: 'Annuler' }).focus()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Actions sur cette personne' }).first().click()
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.waitForTimeout(300)
    expect(new URL(page.url()).pathname).toBe(here)
    await page.keyboard.press('Escape')
    await page.waitForURL(({ pathname }) => pathname === '/cases')
  },
)

describe.each([
  {
    locale: 'ar',
    words: {
      text: 'ما قيل',
      choose: 'اختيار على الخريطة',
      point: 'الإحداثيات',
      precision: 'دقة الموقع',
      district: 'الحي',
      show: 'إظهار الخريطة',
      place: 'المكان',
    },
  },
  {
    locale: 'fr',
    words: {
      text: 'Ce qui a été dit',
      choose: 'Choisir sur la carte',
      point: 'Coordonnées',
      precision: 'Précision du point',
      district: 'le quartier',
      show: 'Montrer la carte',
      place: 'Lieu',
    },
  },
] as const)('in $locale', ({ locale, words }) => {
  test('the place of a line is put on the map, shown, and goes along into the case', { timeout: 180_000 }, async () => {
    const page = await desk.open({ locale }, 'desk')
    await page.goto(`${desk.address}/register/new`)
    await page.getByLabel(words.text).fill('سُرقت دراجة أمام المدرسة.')
    await page.getByRole('textbox', { name: words.place, exact: true }).fill('القنيطرة، أمام مدرسة الفتح')
    await page.getByRole('button', { name: words.choose }).click()
    const canvas = page.locator('canvas.maplibregl-canvas')
    await canvas.waitFor()
    await page.waitForTimeout(1_200)
    await canvas.click({ position: { x: 220, y: 130 } })
    const chosen = await page.getByLabel(words.point).inputValue()
    // It opened at Kénitra, of which the text of the place speaks.
    expect(chosen).toMatch(/^34\.\d{5}, -6\.\d{5}$/)
    await page.getByRole('combobox', { name: words.precision }).click()
    await page.getByRole('option', { name: words.district }).click()
    await canvas.scrollIntoViewIfNeeded()
    await look(page, `${locale}-line-map-choosing`)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: words.show }).click()
    await canvas.waitFor()
    await page.waitForTimeout(1_200)
    expect(await page.locator('article').innerText()).toContain(chosen)
    await look(page, `${locale}-line-map-shown`)
    await page.keyboard.press('c')
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
    await page.getByRole('button', { name: words.show }).waitFor()
    expect(await page.locator('article').innerText()).toContain(chosen)
    await look(page, `${locale}-line-map-in-case`)
  })

  test('the article behind a rule stands beside what the rule does', { timeout: 180_000 }, async () => {
    const officer = await desk.app.as('desk')
    const record = async (body: object): Promise<string> =>
      (await officer.post('/register', body)).json<{ id: string }>().id
    const anonymous = await record({ kind: 'denunciation', anonymous: true, text: 'مكالمة مجهولة عن ورشة سرية.' })
    const letter = { sender: 'قاضي التحقيق بالقنيطرة', reference: '2026/12', date: '2026-11-20' }
    const commission = await record({ kind: 'rogatory-commission', text: 'إنابة قضائية للاستماع إلى شاهدين.', letter })
    const page = await desk.open({ locale, scheme: locale === 'fr' ? 'dark' : 'light' }, 'desk')
    await page.goto(`${desk.address}/register/${anonymous}`)
    expect(await page.locator('[data-basis]').innerText()).toContain(locale === 'ar' ? 'المادتان 21 و40' : '21 et 40')
    await look(page, `${locale}-line-basis-authorisation`)
    await page.goto(`${desk.address}/register/${commission}`)
    expect(await page.locator('[data-basis]').innerText()).toContain('189')
    await look(page, `${locale}-line-basis-due`)
  })

  test(
    'a desk that locked while the line was cut says so, and opens by itself when the server is back',
    { timeout: 180_000 },
    async () => {
      const page = await desk.open({ locale }, 'desk3')
      await page.goto(`${desk.address}/register/new`)
      await page.getByLabel(words.text).fill('كلام لم يُرسل بعد')
      await page.waitForTimeout(400)
      bringBack = await desk.cut()
      await page.keyboard.press('Control+Alt+L')
      const down = locale === 'ar' ? 'الاتصال منقطع' : 'La liaison est coupée'
      await page.getByRole('dialog').getByText(down).waitFor()
      // Behind the curtain no key of the desk does anything: this one would have sent the line.
      await page.keyboard.press('Control+Enter')
      await look(page, `${locale}-locked-line-down`)
      await page.getByRole('dialog').locator('input').fill('2580')
      await page.keyboard.press('Enter')
      await page.getByText(locale === 'ar' ? /رقمك السري في الانتظار/ : /Votre code attend/).waitFor()
      await page.waitForTimeout(3_500)
      expect(await page.getByRole('dialog').isVisible()).toBe(true)
      await look(page, `${locale}-locked-pin-waits`)
      await bringBack()
      bringBack = undefined
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await page.getByLabel(words.text).inputValue()).toBe('كلام لم يُرسل بعد')
    },
  )

  test('a lock given while the line was cut reaches the server when it is back', { timeout: 180_000 }, async () => {
    const page = await desk.open({ locale }, 'desk3')
    await page.goto(`${desk.address}/register/new`)
    await page.getByLabel(words.text).waitFor()
    bringBack = await desk.cut()
    await page.keyboard.press('Control+Alt+L')
    await page.getByText(locale === 'ar' ? 'الاتصال منقطع' : 'La liaison est coupée').waitFor()
    await bringBack()
    bringBack = undefined
    await page.locator('[role=dialog] output, dialog output').waitFor({ state: 'detached' })
    await page.evaluate(() => sessionStorage.clear())
    await page.reload()
    await page.getByText(locale === 'ar' ? 'المكتب مقفل' : 'Poste verrouillé').waitFor()
    await page.getByRole('dialog').locator('input').fill('2580')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.getByLabel(words.text).isVisible()).toBe(true)
  })
})

describe('who stands behind an alias', () => {
  let aliased: string
  const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  /** The page as it stands, without the names that the library makes up for its own parts. */
  const bytes = async (page: Page): Promise<string> => {
    await page.goto(`${desk.address}/persons/${filled.personId}?reason=${encodeURIComponent('تحقق')}`)
    await heading(page, /بناني/)
    await page.waitForLoadState('networkidle')
    const html = await page.locator('main#page').innerHTML()
    return html.replaceAll(/mantine-[\w«»:-]+/g, '').replaceAll(/_r_\w+_/g, '')
  }

  test('changes no byte of the sheet for those who may not know', { timeout: 180_000 }, async () => {
    const page = await desk.open({ locale: 'ar' }, 'investigator')
    const before = await bytes(page)
    const head = await desk.app.as('head')
    aliased = (await head.post('/cases', { facts: { place: 'القنيطرة' } })).json<{ id: string }>().id
    const added = await head.post(`/cases/${aliased}/participants`, {
      role: 'witness',
      standing: 'fact',
      protected: true,
      personId: filled.personId,
    })
    expect(added.statusCode).toBe(201)
    expect(await bytes(page)).toBe(before)
    await page.goto(`${desk.address}/cases/${aliased}`)
    await page.getByText('X1').first().waitFor()
    expect(await page.getByRole('button', { name: /من وراء/ }).count()).toBe(0)
  })

  test('is shown to the head after a reason, from the file and from the sheet', { timeout: 180_000 }, async () => {
    const page = await desk.open({ locale: 'ar' }, 'head')
    await page.goto(`${desk.address}/cases/${aliased}`)
    await page.getByRole('button', { name: /من وراء/ }).click()
    await look(page, 'ar-alias-reason')
    await page.getByRole('dialog').getByRole('textbox').fill('تهديد الشاهد')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('سعاد').first().waitFor()
    await look(page, 'ar-alias-uncovered')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('v')
    await page
      .getByText(/تهديد الشاهد/)
      .first()
      .waitFor()

    const other = await desk.open({ locale: 'fr', scheme: 'dark' }, 'head')
    await other.goto(`${desk.address}/cases/${filled.caseId}/persons/${filled.personId}`)
    await heading(other, /Bennani/)
    await look(other, 'fr-person-origins')
    await other.keyboard.press('h')
    await other.getByRole('textbox', { name: 'Motif' }).fill('Témoin menacé')
    await other.keyboard.press('Enter')
    const protectedAs = other.getByText(/X1 · Témoin/)
    await protectedAs.waitFor()
    expect(await protectedAs.count()).toBe(1)
    await protectedAs.scrollIntoViewIfNeeded()
    await look(other, 'fr-person-aliases')
    const sheet = await desk.open({ locale: 'ar' }, 'head')
    await sheet.goto(`${desk.address}/cases/${filled.caseId}/persons/${filled.personId}`)
    await heading(sheet, /بناني/)
    await sheet.getByText('أُدلي به أمام').first().waitFor()
    await look(sheet, 'ar-person-origins')
  })
})

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
