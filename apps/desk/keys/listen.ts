import { actions } from './actions.ts'
import { stepOf } from './key-combo.ts'

const pause = 1_200

/** Follows the keyboard and runs the action under the keys pressed. Returns what stops it. */
export function listenToKeys(target: Window): () => void {
  let before: string | undefined
  let timer: number | undefined
  const forget = (): void => {
    before = undefined
    clearTimeout(timer)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (isTaken(event) || event.isComposing || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return
    const step = stepOf(event)
    const inField = isField(event.target)
    const open = document.querySelector('[aria-modal="true"]') !== null
    const offered = actions
      .get()
      .filter((action) => action.keys !== undefined && (!inField || action.inFields === true || step.includes('mod+')))
      .filter((action) => !open || action.inFields === true)
    const find = (keys: string) => offered.findLast((action) => action.keys === keys)
    const action = (before === undefined ? undefined : find(`${before} ${step}`)) ?? find(step)
    if (action) {
      forget()
      event.preventDefault()
      action.run()
      return
    }
    if (!inField && offered.some((each) => each.keys?.startsWith(`${step} `))) {
      forget()
      before = step
      timer = target.setTimeout(forget, pause)
      return
    }
    forget()
  }
  target.addEventListener('keydown', onKey)
  return () => {
    forget()
    target.removeEventListener('keydown', onKey)
  }
}

// A list that one chooses from takes every Enter for itself; with Ctrl it is meant for the form around it.
function isTaken(event: KeyboardEvent): boolean {
  const inList = event.target instanceof HTMLElement && event.target.ariaHasPopup === 'listbox'
  return event.defaultPrevented && !(inList && (event.ctrlKey || event.metaKey))
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
