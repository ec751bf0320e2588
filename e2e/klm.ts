import type { Locator, Page } from 'playwright-core'

/**
 * Operators of the keystroke-level model in seconds (Card, Moran and Newell, "The keystroke-level model for user performance
 * time with interactive systems", Communications of the ACM 23(7), 1980, 396–410): a key by an average typist who is no
 * secretary, pointing, a press of the mouse button, a hand that goes to the other device, and the mind that makes ready.
 */
export const klm = { key: 0.28, point: 1.1, button: 0.2, home: 0.4, mind: 1.35 } as const

export interface Effort {
  keys: number
  clicks: number
  /** Fields into which something was written. */
  fields: number
  /** Times a hand changed between keyboard and mouse. */
  homings: number
  /** Turns of the wheel to something that was not in sight. */
  scrolls: number
  /** Decisions: each field, each choice, each command. */
  decisions: number
}

/** Seconds by the model, without what the machine takes. */
export function secondsOf({ keys, clicks, homings, scrolls, decisions }: Effort): number {
  const hand = keys * klm.key + clicks * (klm.point + klm.button) + homings * klm.home
  // The model has no operator for the wheel: the eye looks for what comes into sight, which is taken as pointing.
  return hand + scrolls * klm.point + decisions * klm.mind
}

export interface Hands {
  readonly effort: Effort
  /** One decision, one click. */
  click(target: Locator): Promise<void>
  /** One decision, one combination of keys; a shift or control key counts as a key. */
  press(keys: string): Promise<void>
  /** One decision, a click into the field, its letters. */
  write(target: Locator, text: string): Promise<void>
}

/** Works a page as an officer does and counts what that takes. */
export function createHands(page: Page): Hands {
  const effort: Effort = { keys: 0, clicks: 0, fields: 0, homings: 0, scrolls: 0, decisions: 0 }
  let device: 'keyboard' | 'mouse' = 'keyboard'
  const take = (wanted: typeof device): void => {
    if (device !== wanted) effort.homings += 1
    device = wanted
  }
  const click = async (target: Locator): Promise<void> => {
    take('mouse')
    effort.clicks += 1
    const box = await target.boundingBox()
    const height = page.viewportSize()?.height ?? 0
    if (!box || box.y < 0 || box.y + box.height > height) effort.scrolls += 1
    await target.click()
  }
  return {
    effort,
    click: async (target) => {
      effort.decisions += 1
      await click(target)
    },
    press: async (keys) => {
      take('keyboard')
      effort.decisions += 1
      effort.keys += keys.split('+').length
      await page.keyboard.press(keys)
    },
    write: async (target, text) => {
      effort.decisions += 1
      effort.fields += 1
      await click(target)
      take('keyboard')
      effort.keys += Array.from(text).length
      await page.keyboard.type(text)
    },
  }
}
