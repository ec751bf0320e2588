import { afterAll, beforeAll, expect, test } from 'vitest'
import { pick } from './admin-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'
import { openWitnessCase } from './witness-case.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

test(
  'an agent’s PV names the officer who supervised it, and waits for that signature',
  { timeout: 120_000 },
  async () => {
    const agent = await desk.app.as('apj')
    const caseId = await openWitnessCase(agent, 'Vol d’un vélo devant un magasin')
    const page = await desk.open({ locale: 'ar' }, 'apj')
    await page.goto(`${desk.address}/cases/${caseId}/pv`)
    await page.getByLabel('ابحث عن محضر…').fill('شاهد')
    await page.getByRole('button', { name: /استماع إلى شاهد/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/drafts\//)
    await page.getByText('ليست لك في تاريخ الإجراء الصفة', { exact: false }).waitFor()
    await look(page, 'ar-pv-supervisor')
    const close = page.getByRole('button', { name: /إقفال المحضر للتوقيع/ })
    expect(await close.isDisabled()).toBe(true)
    await pick(page, 'تحت إشراف', /يوسف بنجلون/)
    await page.getByRole('button', { name: 'أكّدها المعني كلها' }).first().click()
    await page.locator('[data-field="statement"] [contenteditable]').click()
    await page.keyboard.insertText('رأيت شخصًا يأخذ الدراجة من أمام المحل ثم يلوذ بالفرار.')
    await page.locator('[data-field="reading"]').getByText('تُليت عليه', { exact: true }).click()
    await page.locator('[data-field="additions"]').getByText('لا شيء').click()
    await page.getByText('لا شيء يمنع الإقفال.').waitFor()
    await look(page, 'ar-pv-supervisor-chosen')
    await close.click()
    await page.waitForURL(/\/pvs\//)
    await page.getByText('تحت إشرافه، بقلم حكيمة أيت لحسن', { exact: false }).waitFor()
    await look(page, 'ar-pv-supervised')

    // It waits among what the supervisor has to sign.
    const supervisor = await desk.open({ locale: 'fr' }, 'investigator')
    await supervisor.goto(desk.address)
    await supervisor.getByRole('link', { name: /audition de témoin/ }).click()
    await supervisor.waitForURL(/\/pvs\//)
    await supervisor.getByText('rédigé sous sa supervision par Hakima Aït Lahcen', { exact: false }).waitFor()
    await supervisor.getByRole('button', { name: /Recevoir l’acte signé/ }).waitFor()
    await look(supervisor, 'fr-pv-supervised')
  },
)

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
