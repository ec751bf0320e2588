/** `mod+k`, `?`, `shift+n`, `escape`, or a sequence as `g c`. `mod` is Ctrl, and Command on a Mac. */
export type KeyCombo = string

const names: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: '⇧',
  alt: 'Alt',
  escape: 'Esc',
  enter: '↵',
  arrowdown: '↓',
  arrowup: '↑',
}

/** The keys of a combination as drawn on keycaps, step by step. */
export function showKeys(keys: KeyCombo): string[][] {
  return keys.split(' ').map((step) => step.split('+').map((key) => names[key] ?? key.toUpperCase()))
}

export interface Stroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * One step's name for a key press. On an Arabic keyboard the letter keys give Arabic letters; then the place of
 * the key decides, so that `g c` is the same two keys whatever the layout.
 */
export function stepOf(stroke: Stroke): string {
  const key = plainKey(stroke)
  const letter = /^[a-z0-9]$/.test(key) || key.length > 1
  return [
    stroke.ctrlKey || stroke.metaKey ? 'mod+' : '',
    stroke.altKey ? 'alt+' : '',
    stroke.shiftKey && letter ? 'shift+' : '',
    key,
  ].join('')
}

function plainKey({ key, code }: Stroke): string {
  if (key === '؟') return '?'
  const lower = key.toLowerCase()
  if (lower.length > 1 || /^[\u0020-\u007e]$/.test(lower)) return lower
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1]
  return place === undefined ? lower : place.toLowerCase()
}
