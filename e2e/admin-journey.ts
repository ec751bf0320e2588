import type { Page } from 'playwright-core'

/** Takes an entry of a pick-list by its words. */
export async function pick(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Opens the dialog of an operation by its button, fills it, sends it, and waits until it is gone. */
export async function act(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name, exact: true }).click()
  await fill()
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
