import type { Page } from 'playwright-core'

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.insertText(text)
}

/** Walks with Tab until the field of that name has the caret. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 80; step += 1) {
    const label = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return ''
      const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
      const named = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
      return (
        labels[0]?.textContent ?? named?.textContent ?? element.getAttribute('aria-label') ?? element.textContent ?? ''
      )
    })
    if (name.test(label)) return
    passed.push(label.slice(0, 30))
    await page.keyboard.press('Tab')
  }
  throw new Error(`no field ${String(name)} can be reached with Tab, which passes: ${passed.join(' | ')}`)
}
