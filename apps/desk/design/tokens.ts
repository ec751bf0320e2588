/** The colours of the desk. Each pair that stands together is checked against WCAG AA in tokens.test.ts. */
export interface Tokens {
  /** Behind everything. */
  readonly desk: string
  /** What one reads from. */
  readonly paper: string
  /** Raised above paper: menus, dialogs. */
  readonly raised: string
  /** Under the pointer, or chosen without being the main thing. */
  readonly sunk: string
  readonly line: string
  /** Edges of buttons, which a word stands in. */
  readonly rim: string
  /** Edges of fields: 3:1 against paper. */
  readonly edge: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly accent: string
  readonly onAccent: string
  readonly accentInk: string
  readonly accentSoft: string
  readonly red: string
  readonly redInk: string
  readonly redSoft: string
  readonly amber: string
  readonly amberInk: string
  readonly amberSoft: string
  readonly green: string
  readonly greenInk: string
  readonly greenSoft: string
}

export const lightTokens: Tokens = {
  desk: '#f3f5f4',
  paper: '#ffffff',
  raised: '#ffffff',
  sunk: '#ecefee',
  line: '#dfe4e2',
  rim: '#ccd4d1',
  edge: '#7f8c89',
  ink: '#15201f',
  ink2: '#46534f',
  ink3: '#5c6966',
  accent: '#0d6b6b',
  onAccent: '#ffffff',
  accentInk: '#0a5757',
  accentSoft: '#def0ee',
  red: '#b3261e',
  redInk: '#8f1d17',
  redSoft: '#fbe8e6',
  amber: '#9a5b00',
  amberInk: '#744400',
  amberSoft: '#fcefd6',
  green: '#1d7440',
  greenInk: '#165731',
  greenSoft: '#e0f2e6',
}

export const darkTokens: Tokens = {
  desk: '#0f1414',
  paper: '#161c1c',
  raised: '#1e2626',
  sunk: '#222b2b',
  line: '#2a3434',
  rim: '#3a4645',
  edge: '#6b7a78',
  ink: '#e7eeec',
  ink2: '#b4c0bd',
  ink3: '#94a19e',
  accent: '#5ac4bd',
  onAccent: '#06201f',
  accentInk: '#84d9d2',
  accentSoft: '#163735',
  red: '#ff8a80',
  redInk: '#ffb0a8',
  redSoft: '#421a18',
  amber: '#f0b357',
  amberInk: '#f6cb8a',
  amberSoft: '#3c2a0e',
  green: '#6fcf94',
  greenInk: '#98e0b4',
  greenSoft: '#15351f',
}

/** As CSS custom properties, `--ink-2` for `ink2`. */
export function asVariables(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, value]: [string, string]) => [
      `--${name.replaceAll(/([A-Z]|\d+)/g, (part) => `-${part.toLowerCase()}`)}`,
      value,
    ]),
  )
}
