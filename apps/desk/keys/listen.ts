import { gate } from '../api/gate.ts'
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
  let closing: KeyboardEvent | undefined
  // Asked before anything else hears of the key: afterwards the list or menu that it closed is gone.
  const onCapture = (event: KeyboardEvent): void => {
    closing = event.key === 'Escape' && closesByItself(event.target) ? event : undefined
  }
  const onKey = (event: KeyboardEvent): void => {
    // Behind a curtain nothing may be done, seen or not.
    if (gate.get() !== 'open' || event === closing) return
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
  target.addEventListener('keydown', onCapture, { capture: true })
  target.addEventListener('keydown', onKey)
  return () => {
    forget()
    target.removeEventListener('keydown', onCapture, { capture: true })
    target.removeEventListener('keydown', onKey)
  }
}

// A list that one chooses from takes every Enter for itself; with Ctrl it is meant for the form around it.
function isTaken(event: KeyboardEvent): boolean {
  const inList = event.target instanceof HTMLElement && event.target.ariaHasPopup === 'listbox'
  return event.defaultPrevented && !(inList && (event.ctrlKey || event.metaKey))
}

// A list, menu or panel that is open takes Escape for itself. Mantine marks the field of an open list.
function closesByItself(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.dataset['mantineStopPropagation'] === 'true' ||
    target.closest('[role="menu"], [role="dialog"]:not([aria-modal])') !== null
  )
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
