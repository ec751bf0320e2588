/**
 * Ref of a form or panel that has just come up because the officer asked for it: the field marked `data-autofocus`
 * gets the caret, so that one can go on typing. A stable function, so it runs when the element appears and not again.
 */
export function focusFirst(node: HTMLElement | null): void {
  node?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true })
}

/** The same for a single field. */
export function focusSelf(node: HTMLElement | null): void {
  node?.focus({ preventScroll: true })
}
