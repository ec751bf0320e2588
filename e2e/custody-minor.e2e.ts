import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { wallMinutes } from './custody-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look, pictures } from './desk-under-test.ts'

let desk: DeskUnderTest
let ground: CustodyGround
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterAll(() => desk.close())

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test(
  'a minor, in French: guardian and authorisation, a book of its own, no objection',
  { timeout: 240_000 },
  async () => {
    const { caseId } = await ground.openCase()
    const page = await desk.open({ locale: 'fr', height: 2600 }, 'head')
    onTestFailed(async () => {
      await page.screenshot({ path: join(pictures, `fail-${Date.now()}.png`) })
    })
    await page.goto(`${desk.address}/custody/new?case=${caseId}`)
    await page.getByRole('radio', { name: 'Nouvelle personne' }).check()
    await page.getByLabel('Prénom en arabe').fill('إلياس')
    await page.getByLabel('Nom en arabe', { exact: true }).fill('الشرايبي')
    await page.getByLabel('Date de naissance').fill(`${new Date().getUTCFullYear() - 15}-02-03`)
    await page.getByRole('radio', { name: 'Homme', exact: true }).check()
    // The age, the measure and the cell follow from the date of birth.
    expect(await page.getByRole('radio', { name: 'Mineur', exact: true }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: 'Rétention de mineur' }).isChecked()).toBe(true)
    expect(await page.getByRole('combobox', { name: 'Cellule' }).inputValue()).toMatch(/^B1/)
    await page.getByText(/Inscrit au registre des mineurs/).waitFor()
    await part(page, 'Avis au représentant légal').waitFor()
    expect(await part(page, 'Avis à la famille').count()).toBe(0)
    expect(await page.getByText('L’intéressé s’y oppose').count()).toBe(0)
    expect(await part(page, 'Avis au parquet').count()).toBe(0)

    await page.getByRole('checkbox', { name: /Nécessité de l’enquête/ }).check()
    await page.getByLabel('Heure d’arrestation').fill(wallMinutes(40))
    await page.getByLabel('Heure du placement').fill(wallMinutes(30))
    await page.getByRole('combobox', { name: 'Lieu d’arrestation' }).fill('Boulevard Allal El Fassi')
    await part(page, 'Autorisation du parquet').getByLabel('Référence').fill('2026/88')
    const guardian = part(page, 'Avis au représentant légal')
    await guardian.getByRole('radio', { name: 'Avisée', exact: true }).check()
    await guardian.getByLabel('Qui').fill('Mme Chraïbi')
    await guardian.getByLabel('Qualité').fill('sa mère')
    await look(page, 'fr-custody-minor-intake')
    // A reload loses nothing.
    await page.reload()
    await page.getByText('Votre saisie a été retrouvée sur ce poste.').waitFor()
    expect(await guardian.getByLabel('Qui').inputValue()).toBe('Mme Chraïbi')
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/^MIN \d{4}\/1$/)
      .first()
      .waitFor()
    await page
      .getByText(/En cellule .?B1/)
      .first()
      .waitFor()
    await look(page, 'fr-custody-minor')

    const { items } = (await ground.head.get(`/cases/${caseId}/custodies`)).json<{ items: { id: string }[] }>()
    const custody = await ground.read(items[0]?.id ?? '', ground.head)
    expect(custody).toMatchObject({ book: 'minors', measure: 'minor-retention', age: 'minor', sex: 'male' })
    expect(custody.clock.findings).not.toContain('no-prior-authorisation')
    expect(custody.missing).not.toContain('guardian-notice')
  },
)
