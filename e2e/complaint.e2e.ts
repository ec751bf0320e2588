import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpCode } from '#modules/identity/index.ts'
import type { SignIn } from '../apps/server/seed/enrol-cast.ts'
import { press, tabTo, type } from './by-keyboard.ts'
import { type DeskUnderTest, createDeskUnderTest, findSerious, pictures } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

function signInOf(key: string): SignIn {
  const signIn = desk.app.signIns.get(key)
  if (!signIn) throw new Error(`nobody of the cast is called ${key}`)
  return signIn
}

test('an officer signs in with number, password and code, in Arabic', { timeout: 60_000 }, async () => {
  const officer = signInOf('investigator')
  const page = await desk.open({ locale: 'ar' })
  await page.goto(desk.address)
  await page.getByLabel('رقم التأجير').fill(officer.member.serviceNumber)
  await page.getByRole('textbox', { name: 'كلمة المرور' }).fill('كلمة خاطئة تماما')
  await press(page, 'Enter')
  await page.getByRole('alert').waitFor()
  await page.getByRole('textbox', { name: 'كلمة المرور' }).fill(officer.password)
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'تأكيد الهوية' }).waitFor()
  await page.screenshot({ path: join(pictures, 'ar-sign-in-code.png') })
  expect(await findSerious(page)).toEqual([])
  await page.waitForFunction(() => document.activeElement?.getAttribute('inputmode') === 'numeric')
  await page.keyboard.type(await totpCode(officer.totpSecret, desk.app.clock.now()))
  await page.getByRole('heading', { name: /يوسف بنجلون/ }).waitFor()
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'ar',
    'rtl',
  ])
})

test('the language changes without a reload, and nothing typed is lost', async () => {
  const page = await desk.open({ locale: 'ar' }, 'desk2')
  await page.goto(`${desk.address}/register/new`)
  const words = page.getByLabel('ما قيل')
  await words.fill('سُرق هاتفي في الحافلة')
  await page.evaluate(() => Object.assign(window, { sameWindow: true }))
  await page.getByRole('button', { name: 'اللغة' }).click()
  await page.getByRole('menuitem', { name: 'Français' }).click()
  await page.getByRole('heading', { name: 'Nouvelle ligne' }).waitFor()
  expect(await page.getByLabel('Ce qui a été dit').inputValue()).toBe('سُرق هاتفي في الحافلة')
  expect(await page.evaluate(() => ['sameWindow' in window, document.documentElement.dir])).toEqual([true, 'ltr'])
})

test('a desk that locks hides the page, keeps what was typed, and opens by PIN', async () => {
  const page = await desk.open({ locale: 'fr' }, 'desk3')
  await page.goto(`${desk.address}/register/new`)
  await page.getByLabel('Ce qui a été dit').fill('Vol à l’arraché')
  await press(page, 'Control+Alt+l')
  await page.getByRole('dialog', { name: 'Poste verrouillé' }).waitFor()
  expect(await page.getByLabel('Ce qui a été dit').isVisible()).toBe(false)
  await page.screenshot({ path: join(pictures, 'fr-locked.png') })
  expect(await findSerious(page)).toEqual([])
  await page.getByRole('textbox', { name: 'Code PIN' }).fill('0000')
  await press(page, 'Enter')
  await page.getByRole('alert').waitFor()
  await page.getByRole('textbox', { name: 'Code PIN' }).fill('2580')
  await press(page, 'Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await page.getByLabel('Ce qui a été dit').inputValue()).toBe('Vol à l’arraché')
})

test(
  'a complaint by keyboard alone: taken down, made a case, the complainant and the offence in it',
  { timeout: 60_000 },
  async () => {
    const page = await desk.open({ locale: 'ar' }, 'desk')
    await page.goto(desk.address)
    await page.getByRole('heading', { name: /نادية العمراني/ }).waitFor()
    await press(page, 'g', 'r')
    await page.getByRole('heading', { name: /اختر سطرًا/ }).waitFor()
    await press(page, 'n')
    await page.getByRole('heading', { name: 'سطر جديد' }).waitFor()
    await page.getByLabel('ما قيل').waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await type(page, 'سُرقت دراجتي النارية من أمام المنزل ليلة أمس، رقم هيكلها LX-4471.')
    await tabTo(page, /^المكان/)
    await type(page, 'القنيطرة، حي الساكنية')
    await tabTo(page, /^وقت الوقائع/)
    await type(page, '22/11/2026 23:30')
    await tabTo(page, /^الاسم الكامل/)
    await type(page, 'عبد اللطيف الريفي')
    await tabTo(page, /^الهاتف/)
    await type(page, '0661223344')
    await press(page, 'Control+Enter')
    await page.getByRole('heading', { name: 'شكاية' }).waitFor()
    await press(page, 'c')
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
    await page.getByRole('heading', { name: 'الأشخاص' }).waitFor()
    await page.getByText('عبد اللطيف الريفي').first().waitFor()
    await press(page, 'q')
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await type(page, 'سرقة')
    await page.locator('button[data-row]').first().waitFor()
    await press(page, 'ArrowDown', 'Enter')
    await press(page, 'Control+Enter')
    await page.getByRole('heading', { level: 1, name: /سرقة/ }).waitFor()
    await page.screenshot({ path: join(pictures, 'ar-complaint-done.png') })
    expect(await findSerious(page)).toEqual([])
    await press(page, 'Control+k')
    await type(page, 'محضر')
    await page.getByText('محضر جديد').first().waitFor()
    await page.screenshot({ path: join(pictures, 'ar-palette.png') })
    await press(page, 'Escape')
    await press(page, '?')
    await page.getByRole('dialog', { name: /مفاتيح/ }).waitFor()
    await page.screenshot({ path: join(pictures, 'ar-keys.png') })
  },
)
