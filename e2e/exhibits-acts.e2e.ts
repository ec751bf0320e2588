import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpCode } from '#modules/identity/index.ts'
import { type DeskUnderTest, createDeskUnderTest, follow, look } from './desk-under-test.ts'
import { inDialog, openPage, send } from './exhibit-hands.ts'
import { foundStores, openSeizureCase, storeOne } from './seizure-scene.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

const longName =
  'Sac de voyage en toile kaki de marque Eastpak contenant divers vêtements, une trousse de toilette et un carnet à spirale'

/** The act by its key, its dialog open. */
async function begin(page: Page, key: string, title: string) {
  await page.keyboard.press(key)
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.waitFor()
  return dialog
}

test(
  'in French: a place founded and closed; missing and found; corrected; an original opened; given back; destroyed by order',
  { timeout: 240_000 },
  async () => {
    const scene = await openSeizureCase(desk.app)
    const { shelf } = await foundStores(desk.app)
    const bag = await storeOne(desk.app, scene, shelf.id, 'S-301', longName)
    const phone = await storeOne(desk.app, scene, shelf.id, 'S-302', 'Téléphone blanc')
    const drug = await storeOne(desk.app, scene, shelf.id, 'S-303', 'Résine brune en plaquettes')
    const page = await openPage(desk, 'fr', 'head')

    await page.goto(`${desk.address}/exhibits/places`)
    await page.getByRole('button', { name: 'Inventorier M1-A' }).waitFor()
    const found = await begin(page, 'n', 'Nouveau lieu')
    await found.getByRole('combobox', { name: 'Type' }).click()
    await page.getByRole('option', { name: 'Boîte' }).click()
    await found.getByLabel('Code').fill('M1-A-7')
    await inDialog(page, 'Dans', /M1-A/, 'M1-A')
    await found.getByLabel('Nom en arabe').fill('علبة المجوهرات')
    await found.getByLabel('Nom en français').fill('Boîte des bijoux')
    await look(page, 'fr-exhibits-found-place')
    await send(page)
    await page.getByRole('button', { name: 'Fermer M1-A-7' }).click()
    await page.getByRole('button', { name: 'Fermer M1-A-7' }).waitFor({ state: 'detached' })
    expect(await page.getByText('Boîte des bijoux').count()).toBe(0)

    await follow(page, `/exhibits/${bag.id}`)
    await page.getByRole('heading', { level: 1, name: longName }).waitFor()
    const missing = await begin(page, 'Shift+M', 'Signaler manquant')
    await inDialog(page, 'En présence de', /Benjelloun/, 'Benj')
    await missing.getByLabel('Note').fill('Absent de l’étagère lors du contrôle de 9 h')
    await look(page, 'fr-exhibits-missing')
    await send(page)
    await page.getByText('Manquant : le rechercher et enregistrer sa découverte.').waitFor()
    await look(page, 'fr-exhibits-sheet-missing')
    const again = await begin(page, 'f', 'Retrouvé')
    await inDialog(page, 'En présence de', /Benjelloun/, 'Benj')
    await inDialog(page, 'Vers', /M1-B/, 'M1-B')
    await again.getByLabel('Note').fill('Derrière la deuxième étagère, scellé intact')
    await send(page)
    await page.getByText('Rompue', { exact: true }).waitFor()
    await page.getByText('M1-B', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Rectifier par ajout 4' }).click()
    await inDialog(page, 'En présence de', /Benjelloun/, 'Benj')
    await page.getByRole('dialog').getByLabel('Rectification').fill('Contrôle de 10 h et non de 9 h')
    await look(page, 'fr-exhibits-correct')
    await send(page)
    await page.getByText(/rectifié au n°\D+6/).waitFor()

    await follow(page, `/exhibits/${phone.id}`)
    await page.getByRole('heading', { level: 1, name: 'Téléphone blanc' }).waitFor()
    const image = Buffer.alloc(1024, 3)
    await page
      .locator('input[aria-label="Ajouter un original"]')
      .setInputFiles({ name: 'image.bin', mimeType: 'application/octet-stream', buffer: image })
    await page.getByRole('button', { name: 'Ouvrir l’original' }).click()
    const run = page.getByRole('dialog').getByRole('button', { name: /^Ouvrir l’original/ })
    await page.getByLabel('Pourquoi ouvrir l’original lui-même').fill('trop peu')
    expect(await run.isDisabled()).toBe(true)
    await page.getByLabel('Pourquoi ouvrir l’original lui-même').fill('Contre-expertise ordonnée par le juge')
    await look(page, 'fr-exhibits-original')
    const opened = page.waitForEvent('download')
    await send(page)
    expect(await readFile(await (await opened).path())).toEqual(image)

    // Nobody wrote down an order: it goes back all the same, and its owner signs for it in part.
    const back = await begin(page, 'r', 'Restituer')
    await back.getByRole('combobox', { name: 'Reçu par', exact: true }).fill('Leïla')
    await page.getByRole('option', { name: /Leïla/ }).click()
    await back.getByLabel('Note').fill('Décharge signée sous réserve : l’écran était intact à la saisie')
    await back.getByText('Sans numéro d’ordre').waitFor()
    await look(page, 'fr-exhibits-return')
    await send(page)
    await page.locator('article').getByText('Restitué', { exact: true }).waitFor()
    await page.getByText(/Décharge signée sous réserve/).waitFor()

    // Some minutes have gone by: who destroys proves anew who it is.
    await follow(page, `/exhibits/${drug.id}`)
    await page.getByRole('heading', { level: 1, name: 'Résine brune en plaquettes' }).waitFor()
    desk.pass(6 * 60_000)
    const burn = await begin(page, 'x', 'Détruire sur ordre')
    await burn.getByRole('combobox', { name: 'Donné par' }).click()
    await page.getByRole('option', { name: 'Tribunal', exact: true }).click()
    await burn.getByLabel('Numéro de l’ordre').fill('2026/2101/17')
    await burn.getByLabel('Date de l’ordre').fill('26/11/2026')
    await inDialog(page, 'En présence de', /Benjelloun/, 'Benj')
    await burn
      .getByLabel('Comment')
      .fill('Incinération. Échantillon de 2 g gardé sous scellé S-304. PV de destruction 2026/51.')
    await look(page, 'fr-exhibits-destroy')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: 'Preuve d’identité' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('fieldset') instanceof HTMLElement)
    const secret = desk.app.signIns.get('head')?.totpSecret ?? ''
    await page.keyboard.type(await totpCode(secret, desk.app.clock.now()))
    await page.getByRole('dialog').first().waitFor({ state: 'detached' })
    await page.locator('article').getByText('Détruit', { exact: true }).waitFor()
    await page.getByText('Le parcours de ce scellé est terminé.').waitFor()
    await look(page, 'fr-exhibits-sheet-destroyed')
    expect(await page.getByRole('button', { name: /^(?:Déplacer|Restituer|Détruire)/ }).count()).toBe(0)
    expect(desk.complaints).toEqual([])
  },
)
