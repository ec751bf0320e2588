import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskUnderTest, createDeskUnderTest, findSerious } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

test('a passkey is added, proves who sits there, and opens the next session', { timeout: 90_000 }, async () => {
  const { member, password } = desk.app.signIns.get('investigator') ?? {}
  if (!member || !password) throw new Error('the investigator is not of the cast')
  const page = await desk.open({ locale: 'fr' }, 'investigator')
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${desk.namedAddress}/account`)
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
  await page.getByRole('button', { name: /^Retirer « .*Clé d’accès/ }).waitFor()

  // Five minutes later an act that weighs asks again; the passkey answers, and the act goes on by itself.
  desk.pass(6 * 60_000)
  await page.getByRole('button', { name: /^Retirer « .*Clé d’accès/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Preuve d’identité' })
  await dialog.waitFor()
  expect(await findSerious(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Annuler' }).click()
  await page.getByRole('button', { name: /^Retirer « .*Clé d’accès/ }).waitFor()
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
  await dialog.getByRole('button', { name: 'Utiliser la clé d’accès' }).click()
  await dialog.waitFor({ state: 'detached' })

  await page.context().clearCookies()
  await page.goto(desk.namedAddress)
  await page.getByLabel('Matricule').fill(member.serviceNumber)
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('button', { name: 'Utiliser la clé d’accès' }).click()
  // The language is the officer's own, wherever the session is opened.
  await page.getByRole('heading', { name: /Youssef Benjelloun|يوسف بنجلون/ }).waitFor()
  expect(desk.complaints).toEqual([])
})
