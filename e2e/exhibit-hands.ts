import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { onTestFailed } from 'vitest'
import { type DeskUnderTest, pictures } from './desk-under-test.ts'

/** A page of an officer of the exhibits, pictured as it stands where the journey fails. */
export async function openPage(desk: DeskUnderTest, locale: 'ar' | 'fr', officer: string): Promise<Page> {
  const page = await desk.open({ locale }, officer)
  onTestFailed(async () => {
    await page.screenshot({ path: join(pictures, `fail-exhibits-${locale}-${officer}.png`) })
  })
  return page
}

/** Chooses in a field with a list: some letters of it, then the first that is left. */
export async function choose(page: Page, scope: string, label: string, name: RegExp, letters: string): Promise<void> {
  await page.locator(scope).getByRole('combobox', { name: label, exact: true }).fill(letters)
  await page.getByRole('option', { name }).first().click()
}

export const inDialog = (page: Page, label: string, name: RegExp, letters: string): Promise<void> =>
  choose(page, '[role=dialog]', label, name, letters)

/** Sends the dialog by its key, and waits until it is gone. */
export async function send(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
