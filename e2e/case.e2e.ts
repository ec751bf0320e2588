import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'
import { type Filled, fillDesk } from './fill.ts'

let desk: DeskUnderTest
let filled: Filled
beforeAll(async () => {
  desk = await createDeskUnderTest()
  filled = await fillDesk(desk)
})
afterAll(() => desk.close())

/** Whether the map has drawn something that is not one flat colour. */
async function mapIsDrawn(page: Page): Promise<boolean> {
  const shot = await page.locator('canvas.maplibregl-canvas').screenshot()
  const { default: sharp } = await import('sharp')
  const { channels } = await sharp(shot).stats()
  return channels.some(({ stdev }) => stdev > 4)
}

test(
  'in Arabic: a fact is corrected, a role changed, ended and restored, the place put on the map',
  { timeout: 120_000 },
  async () => {
    const page = await desk.open({ locale: 'ar' }, 'investigator')
    await page.goto(`${desk.address}/cases/${filled.caseId}`)
    await page
      .locator('article')
      .getByRole('link', { name: /سعاد بناني/ })
      .click()
    await page.getByText('مصادر متعارضة').waitFor()
    await look(page, 'ar-person-contradicted')

    const wrong = page.locator('li', { hasText: '1986' }).getByRole('button', { name: /تصحيح: .*الازدياد/ })
    await wrong.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'تصحيح' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await page.getByText('غير صحيحة، دون بديل').click()
    await page.getByLabel('سبب التصحيح').fill('البطاقة الوطنية تثبت 1987')
    await look(page, 'ar-person-correct')
    await page.keyboard.press('Control+Enter')
    await page.getByText('حلّ محلها غيرها في').waitFor()
    await page.getByText('البطاقة الوطنية تثبت 1987').waitFor()
    expect(await page.getByText('مصادر متعارضة').count()).toBe(0)
    await page.keyboard.press('a')
    await page.getByRole('dialog', { name: 'إضافة معلومة' }).waitFor()
    await page.getByRole('textbox', { name: 'الاسم الشخصي' }).fill('سعيدة')
    await page.getByRole('textbox', { name: 'أي وثيقة، أو تصريح من' }).fill('الجارة')
    await page.getByRole('combobox', { name: 'نوع الاسم' }).click()
    await page.getByRole('option', { name: 'لقب' }).click()
    await look(page, 'ar-person-add')
    await page.keyboard.press('Control+Enter')
    await page.getByText('سعيدة').waitFor()
    await look(page, 'ar-person-corrected')

    await page.getByRole('link', { name: 'العودة إلى الملف' }).click()
    const acts = page.getByRole('button', { name: 'عمليات على هذا الشخص' })
    const suspect = page.locator('li:not([data-former])', { hasText: 'مشتبه فيه', has: acts })
    await suspect.getByRole('button').click()
    await page.getByRole('menuitem', { name: 'تغيير الصفة' }).click()
    await page.getByRole('combobox', { name: 'الصفة في القضية' }).click()
    await page.getByRole('option', { name: 'شاهد', exact: true }).click()
    await page.keyboard.press('Control+Enter')
    await page.getByText('تغيّرت الصفة').waitFor()
    await page.getByRole('button', { name: 'تراجع' }).click()
    await suspect.getByRole('button').click()
    await page.getByRole('menuitem', { name: 'إنهاء الصفة' }).click()
    await page.getByRole('combobox', { name: 'سبب الإنهاء' }).click()
    await page.getByRole('option', { name: 'أُدخل خطأً' }).click()
    await look(page, 'ar-role-end')
    await page.keyboard.press('Control+Enter')
    await page.locator('li[data-former]', { hasText: 'أُدخل خطأً' }).waitFor()
    await page.getByRole('button', { name: 'تراجع' }).last().click()
    await page.locator('li[data-former]', { hasText: 'أُدخل خطأً' }).waitFor({ state: 'detached' })

    await page.keyboard.press('e')
    await page.getByRole('button', { name: 'اختيار على الخريطة' }).click()
    const canvas = page.locator('canvas.maplibregl-canvas')
    await canvas.waitFor()
    await page.waitForTimeout(1_500)
    expect(await mapIsDrawn(page)).toBe(true)
    await canvas.click({ position: { x: 200, y: 120 } })
    const clicked = await page.getByLabel('الإحداثيات').inputValue()
    // The map opened at Kénitra, of which the text of the place speaks.
    expect(clicked).toMatch(/^34\.\d{5}, -6\.\d{5}$/)
    await canvas.focus()
    await page.keyboard.press('ArrowUp')
    await page.waitForTimeout(700)
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('الإحداثيات').inputValue()).not.toBe(clicked)
    await page.getByRole('combobox', { name: 'دقة الموقع' }).click()
    await page.getByRole('option', { name: 'الحي' }).click()
    await canvas.scrollIntoViewIfNeeded()
    await look(page, 'ar-map-choosing')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'إظهار الخريطة' }).click()
    await canvas.waitFor()
    await page.waitForTimeout(1_200)
    await look(page, 'ar-map-shown')
    await page
      .getByText(/عُدّلت الوقائع: .*الموقع على الخريطة/)
      .first()
      .waitFor()
  },
)

test(
  'in French: found by the middle of a name, tasks, assignment, transfer, prosecutor, seal, emergency, who looked',
  { timeout: 240_000 },
  async () => {
    const head = await desk.open({ locale: 'fr', scheme: 'dark' }, 'head')
    await head.goto(`${desk.address}/search?q=Saint-Germain`)
    await head.getByRole('textbox', { name: 'Motif' }).fill('Recherche d’un témoin')
    await head.keyboard.press('Enter')
    await head.goto(`${desk.address}/search?q=${encodeURIComponent('benn soua')}`)
    await head.getByRole('textbox', { name: 'Motif' }).fill('Recherche d’un témoin')
    await head.keyboard.press('Enter')
    await head
      .getByRole('link', { name: /Souad Bennani/ })
      .first()
      .waitFor()
    await look(head, 'fr-search-name')
    for (const [q, found] of [
      ['GA98214', /Souad Bennani/],
      ['2026/1', /2026\/1/],
    ] as const) {
      await head.goto(`${desk.address}/search?q=${encodeURIComponent(q)}&reason=${encodeURIComponent('Vérification')}`)
      await head.getByRole('link', { name: found }).first().waitFor()
    }
    await head.goto(`${desk.address}/search?q=benn&reason=${encodeURIComponent('Vérification')}`)
    await head
      .getByRole('link', { name: /Souad Bennani/ })
      .last()
      .click()
    await head.getByRole('heading', { level: 1, name: /Souad Bennani/ }).waitFor()
    await look(head, 'fr-person-found')

    await head.goto(`${desk.address}/cases/${filled.caseId}`)
    await head.getByRole('button', { name: 'Nouvelle tâche' }).waitFor()
    await head.keyboard.press('t')
    await head.getByLabel('Ce qui est à faire').fill('Relever les empreintes sur la portière')
    await head.getByLabel('Échéance').fill('30/11/2026 12:00')
    await head.getByRole('combobox', { name: 'Confiée à' }).click()
    await head.getByRole('option').first().click()
    await look(head, 'fr-task-form')
    await head.getByRole('button', { name: 'Nouvelle tâche' }).last().click()
    await head.getByText('Relever les empreintes sur la portière').first().waitFor()
    await head.keyboard.press('s')
    await head.getByRole('combobox', { name: 'Confier la procédure à' }).fill('Benjelloun')
    await head.getByRole('option', { name: /Benjelloun/ }).click()
    await head.keyboard.press('Control+Enter')
    await head
      .getByText(/Le dossier a été confié à/)
      .first()
      .waitFor()

    await head.keyboard.press('w')
    await head.getByRole('combobox', { name: 'Parquet' }).click()
    await head.getByRole('option').first().click()
    await head.keyboard.press('Control+Enter')
    await head.getByText(/Le dossier est au parquet/).waitFor()
    await head.goto(`${desk.address}/cases/${filled.caseId}?queue=waiting`)
    await look(head, 'fr-waiting-prosecutor')
    await head.keyboard.press('r')
    await head
      .getByText(/Le travail sur le dossier a repris/)
      .first()
      .waitFor()

    await head.keyboard.press('m')
    await head.getByRole('combobox', { name: 'Unité' }).fill('El Merja')
    await head.getByRole('option', { name: 'Arrondissement de police El Merja, Fès' }).click()
    await head.getByLabel('Motif').fill('Les faits ont eu lieu dans leur ressort')
    await look(head, 'fr-transfer')
    await head.keyboard.press('Control+Enter')
    await head.getByText(/attend sa réponse/).waitFor()
    const other = await desk.open({ locale: 'fr' }, 'head2')
    await other.goto(`${desk.address}/cases/${filled.caseId}?queue=incoming`)
    await other.getByText(/transmise à votre unité/).waitFor()
    await look(other, 'fr-transfer-incoming')
    await other.getByRole('button', { name: 'Refuser' }).click()
    await other.getByLabel('Motif du refus').fill('Hors de notre ressort')
    await other.keyboard.press('Control+Enter')
    await other.getByRole('dialog').waitFor({ state: 'detached' })
    await head.reload()
    await head
      .getByText(/a refusé le transfert/)
      .first()
      .waitFor()
    await head.getByText('Hors de notre ressort').waitFor()
    await look(head, 'fr-transfer-refused')

    await head.getByRole('button', { name: 'Mettre sous scellé' }).click()
    await head.getByRole('combobox', { name: 'Motif du scellé' }).click()
    await head.getByRole('option', { name: 'Secret ordonné' }).click()
    await look(head, 'fr-seal')
    await head.keyboard.press('Control+Enter')
    await head.getByText('Sous scellé').first().waitFor()
    const reference = await head.locator('article header bdi').first().textContent()

    const outsider = await desk.open({ locale: 'fr' }, 'investigator')
    await outsider.goto(`${desk.address}/cases`)
    await outsider.getByRole('navigation', { name: 'Choix de la file' }).waitFor()
    await outsider.goto(`${desk.address}/search`)
    await outsider.getByRole('button', { name: 'Accès d’urgence' }).click()
    await outsider.getByLabel('Numéro de la procédure').fill(reference ?? '')
    await outsider.getByLabel('Motif de l’urgence').fill('Témoin menacé, adresse à protéger')
    await look(outsider, 'fr-emergency')
    await outsider.getByRole('button', { name: 'Ouvrir pour trois heures' }).click()
    await outsider.getByText('Sous scellé').first().waitFor()

    await head.reload()
    await head.getByText('Sous scellé').first().waitFor()
    await head.keyboard.press('v')
    await head.locator('[data-look="emergency"]').waitFor()
    await head
      .getByText(/Témoin menacé/)
      .last()
      .scrollIntoViewIfNeeded()
    await look(head, 'fr-readers')
    expect(await head.locator('[data-look="emergency"]').textContent()).toContain('Témoin menacé')
  },
)

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
