import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonStatement, PvContent } from '#contracts/documents/content.ts'
import { type DeskUnderTest, type View, createDeskUnderTest, findSerious, pictures } from './desk-under-test.ts'
import { type Filled, fillDesk } from './fill.ts'

let desk: DeskUnderTest
let filled: Filled
beforeAll(async () => {
  desk = await createDeskUnderTest()
  filled = await fillDesk(desk)
})
afterAll(() => desk.close())

interface Words {
  readonly complainant: RegExp
  readonly nameLabel: string
  readonly confirmName: RegExp
  readonly name: string
  readonly takeBack: RegExp
  readonly insertTable: string
  readonly statement: RegExp
  readonly readBack: RegExp
  readonly readBy: string
  readonly readText: string
}

const views: readonly (View & { readonly name: string; readonly words: Words })[] = [
  {
    name: 'ar',
    locale: 'ar',
    words: {
      complainant: /^سعاد بناني/,
      nameLabel: 'الاسم الكامل',
      confirmName: /^تأكيد: الاسم/,
      name: 'سعاد بناني',
      takeBack: /^استرجاع المقترح: الاسم/,
      insertTable: 'إدراج جدول',
      statement: /التصريح/,
      readBack: /تلاوة المحضر/,
      readBy: 'قرأها بنفسه',
      readText: 'نص المحضر للتلاوة',
    },
  },
  {
    name: 'fr-dark',
    locale: 'fr',
    scheme: 'dark',
    words: {
      complainant: /^Souad Bennani/,
      nameLabel: 'Nom en arabe',
      confirmName: /^Confirmer: (?:Nom|Prénom)/,
      name: 'سعاد بناني',
      takeBack: /^Reprendre la proposition: (?:Nom|Prénom)/,
      insertTable: 'Insérer un tableau',
      statement: /[Dd]éclaration/,
      readBack: /Lecture de l’acte/,
      readBy: 'Lue par l’intéressé',
      readText: 'Texte à lire',
    },
  },
]

const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })

describe.each(views)('$name', ({ name, words, ...view }) => {
  let page: Page
  beforeAll(async () => {
    page = await desk.open({ ...view, width: 1500, height: 1000 }, 'head')
    const head = await desk.app.as('head')
    const draftId = desk.app.house.ids.next()
    const begun = { id: draftId, caseId: filled.caseId, form: 'ma.pv.complaint', actAt: new Date().toISOString() }
    const answer = await head.post('/drafts', begun)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    await page.goto(`${desk.address}/drafts/${draftId}`)
    await page.locator('[data-field="complainant"]').waitFor()
  })

  test('a proposed value shows its source, is confirmed, changed, and taken back', { timeout: 60_000 }, async () => {
    const box = page.locator('[data-field="complainant"]')
    const input = box.getByRole('textbox', { name: words.nameLabel })
    // Until the window has the pen nothing is taken.
    for (let tries = 0; tries < 5 && !(await input.isVisible()); tries += 1) {
      await box.getByRole('button', { name: words.complainant }).last().click()
      await input.waitFor({ timeout: 2_000 }).catch(() => undefined)
    }
    expect(await input.inputValue()).toBe(words.name)
    await box.getByRole('button', { name: words.confirmName }).first().click()
    await box.locator('[data-state="confirmed"]').first().waitFor()
    await input.fill('سعاد البناني')
    await box.locator('[data-state="changed"]').first().waitFor()
    await picture(page, `${name}-pv-origins`)
    expect(await findSerious(page)).toEqual([])
    await box.getByRole('button', { name: words.takeBack }).first().click()
    expect(await input.inputValue()).toBe(words.name)
    expect(await box.locator('[data-state="changed"]').count()).toBe(0)
  })

  test('a table is written by keys, and Latin words are kept apart', { timeout: 60_000 }, async () => {
    const field = page.locator('[data-field="statement"]')
    const text = field.locator('[contenteditable="true"]')
    await text.click()
    await page.keyboard.insertText('سُرق مني ما يلي، من نوع ')
    await page.keyboard.press('Control+Shift+L')
    await page.keyboard.insertText('Dacia Logan')
    await page.keyboard.press('Control+Shift+L')
    await page.keyboard.press('Enter')
    await field.getByRole('button', { name: words.insertTable }).click()
    for (const cell of ['الشيء', 'العلامة', 'القيمة', 'حاسوب', 'Lenovo', '4500', 'هاتف']) {
      await page.keyboard.insertText(cell)
      if (cell !== 'هاتف') await page.keyboard.press('Tab')
    }
    expect(await text.locator('tr').count()).toBe(3)
    expect(await text.locator('tr').nth(2).locator('td').first().innerText()).toContain('هاتف')
    expect(await text.locator('bdi[dir="ltr"]').first().innerText()).toBe('Dacia Logan')
    await field.scrollIntoViewIfNeeded()
    await picture(page, `${name}-pv-table`)
    expect(await findSerious(page)).toEqual([])
  })

  test('the text is read back full screen, by keys, and the reading is noted', { timeout: 60_000 }, async () => {
    await page.getByRole('button', { name: words.readBack }).click()
    const sheet = page.getByRole('document', { name: words.readText })
    await sheet.waitFor()
    await sheet.getByText('Lenovo').waitFor()
    await page.waitForTimeout(300)
    await picture(page, `${name}-pv-reading`)
    expect(await findSerious(page)).toEqual([])
    await page.keyboard.press('Space')
    await expect.poll(() => sheet.evaluate((element) => element.scrollTop)).toBeGreaterThan(200)
    const at = await sheet.evaluate((element) => element.scrollTop)
    await page.getByRole('dialog').getByRole('button', { name: words.readBy }).click()
    await sheet.getByText(/قرأ/).first().waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: words.readBack }).click()
    await sheet.waitFor()
    await expect.poll(() => sheet.evaluate((element) => element.scrollTop)).toBe(at)
    await page.keyboard.press('Escape')
  })
})

test('a PV is signed on the screen where the unit allows it', { timeout: 240_000 }, async () => {
  const { app, address } = desk
  const head = await app.as('head')
  const admin = await app.as('admin')
  const done = async <T>(answer: ReturnType<typeof head.get>): Promise<T> => {
    const { statusCode, body, json } = await answer
    if (statusCode >= 300) throw new Error(`${statusCode} ${body}`)
    return json<T>()
  }
  const unit = await done<{ version: number }>(admin.get(`/units/${head.unitId}`))
  const setting = { baseVersion: unit.version, setting: 'sign_on_screen', value: true }
  await done(admin.post(`/units/${head.unitId}/settings`, setting))
  const id = app.house.ids.next()
  await done(
    head.post('/drafts', { id, caseId: filled.caseId, form: 'ma.pv.complaint', actAt: new Date().toISOString() }),
  )
  const draft = await done<{ content: PvContent; people: { statement: PersonStatement }[] }>(head.get(`/drafts/${id}`))
  const heard = draft.people.find(({ statement }) => statement.documentNumber === 'GA98214')?.statement
  if (!heard) throw new Error('nobody to be heard')
  const content: PvContent = {
    ...draft.content,
    values: {
      ...draft.content.values,
      complainant: {
        type: 'person',
        people: [{ ...heard, key: 'p1', nationality: 'MA', address: 'القنيطرة', phone: '0661223344' }],
      },
      exchange: { type: 'question-answer', items: [{ question: 'متى وقع ذلك؟', answer: 'ليلة أمس.' }] },
      statement: {
        type: 'rich-text',
        doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'سُرق حاسوبي.' }] }] },
      },
      reading: { type: 'mention', variant: 'read-by', at: new Date().toISOString() },
      additions: { type: 'mention', variant: 'none' },
      'victim-rights': { type: 'mention', variant: 'told' },
    },
    origins: {},
  }
  const save = { writer: 'e2e', seq: 1, baseSeq: 0, content }
  await done(head.send('PUT', `/drafts/${id}`, save))
  const pv = await done<{ id: string }>(head.post(`/drafts/${id}/finalise`, { seq: 1 }))
  const page = await desk.open({ locale: 'ar', width: 1400, height: 1000 }, 'head')
  await page.goto(`${address}/pvs/${pv.id}`)
  await page.getByRole('button', { name: 'التوقيع على الشاشة' }).click()
  const dialog = page.getByRole('dialog', { name: 'التوقيع على الشاشة' })
  await dialog.waitFor()
  // No pad before the text was read: each signer confirms it alone, the author by keys.
  const pads = dialog.locator('svg[role="img"]')
  expect(await pads.count()).toBe(0)
  expect(await dialog.getByRole('button', { name: 'ختم المحضر' }).isDisabled()).toBe(true)
  const reviews = dialog.getByRole('button', { name: 'قراءة المحضر قبل التوقيع' })
  const sheet = page.getByRole('document', { name: 'نص المحضر للتلاوة' })
  await page.waitForTimeout(400)
  await picture(page, 'ar-pv-screen-before-reading')
  const signers = await reviews.count()
  await reviews.first().focus()
  await page.keyboard.press('Enter')
  await sheet.getByText('سُرق حاسوبي.').waitFor()
  await picture(page, 'ar-pv-screen-reading')
  expect(await findSerious(page)).toEqual([])
  // Leaving without a word confirms nothing, and leaves the dialog behind it alone.
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await reviews.count()).toBe(signers)
  for (let left = signers; left > 1; left -= 1) {
    await reviews.first().focus()
    await page.keyboard.press('Enter')
    await sheet.getByText('سُرق حاسوبي.').waitFor()
    await page.keyboard.press('Control+Enter')
    await sheet.waitFor({ state: 'detached' })
  }
  await reviews.first().click()
  await sheet.getByText('سُرق حاسوبي.').waitFor()
  await page.getByRole('button', { name: 'تُلي عليّ' }).click()
  await sheet.waitFor({ state: 'detached' })
  await pads.first().waitFor()
  await page.waitForTimeout(400)
  for (let index = 0; index < (await pads.count()); index += 1) {
    const pad = pads.nth(index)
    await pad.scrollIntoViewIfNeeded()
    const box = await pad.boundingBox()
    if (!box) throw new Error('no pad')
    await page.mouse.move(box.x + 40, box.y + 40)
    await page.mouse.down()
    for (let step = 1; step < 12; step += 1)
      await page.mouse.move(box.x + 40 + step * 22, box.y + 60 + 30 * Math.sin(step))
    await page.mouse.up()
  }
  await picture(page, 'ar-pv-screen-sign')
  expect(await findSerious(page)).toEqual([])
  await dialog.getByRole('button', { name: 'ختم المحضر' }).click()
  await expect
    .poll(async () => (await done<{ state: string }>(head.get(`/pvs/${pv.id}`))).state, { timeout: 15_000 })
    .toBe('sealed')

  // Who looked, and how: read before signing, on the screen, to print, taken along, certified.
  for (const as of ['screen', 'print', 'download']) await head.get(`/pvs/${pv.id}/pv.pdf?as=${as}`)
  await done(head.post(`/pvs/${pv.id}/copies`, { purpose: 'للنيابة العامة', certified: true }))
  await page.waitForTimeout(600)
  await picture(page, 'ar-pv-sealed-on-screen')
  for (const [locale, words] of [
    ['ar', ['قراءة قبل التوقيع', 'قراءة على الشاشة', 'فُتح للطباعة', 'تنزيل', 'نسخة مطابقة للأصل']],
    [
      'fr',
      [
        'Lecture avant signature',
        'Lu à l’écran',
        'Ouvert pour impression',
        'Téléchargement',
        'Copie certifiée conforme',
      ],
    ],
  ] as const) {
    const readers = await desk.open({ locale, scheme: locale === 'fr' ? 'dark' : 'light', height: 1400 }, 'head')
    await readers.goto(`${address}/cases/${filled.caseId}`)
    await readers.getByRole('heading', { level: 1 }).waitFor()
    await readers.keyboard.press('v')
    for (const word of words) await readers.getByText(word, { exact: true }).first().waitFor()
    await readers.getByText(words[0], { exact: true }).last().scrollIntoViewIfNeeded()
    await picture(readers, `${locale}-readers-told-apart`)
    expect(await findSerious(readers)).toEqual([])
  }
})

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
