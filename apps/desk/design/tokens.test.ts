import { expect, test } from 'vitest'
import { type Tokens, asVariables, darkTokens, lightTokens } from './tokens.ts'

function luminance(colour: string): number {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['desk', 'paper', 'raised', 'sunk'] as const
const texts: readonly (readonly [keyof Tokens, readonly (keyof Tokens)[]])[] = [
  ['ink', [...grounds, 'accentSoft', 'redSoft', 'amberSoft', 'greenSoft']],
  ['ink2', [...grounds, 'accentSoft']],
  ['ink3', grounds],
  ['accentInk', [...grounds, 'accentSoft']],
  ['onAccent', ['accent']],
  ['redInk', [...grounds, 'redSoft']],
  ['amberInk', [...grounds, 'amberSoft']],
  ['greenInk', [...grounds, 'greenSoft']],
]

test.each([
  ['light', lightTokens],
  ['dark', darkTokens],
])('text passes WCAG AA (4.5:1) on every ground it stands on, %s', (_name, tokens) => {
  const faults = texts.flatMap(([text, on]) =>
    on
      .filter((ground) => contrast(tokens[text], tokens[ground]) < 4.5)
      .map((ground) => `${text} on ${ground}: ${contrast(tokens[text], tokens[ground]).toFixed(2)}`),
  )
  expect(faults).toEqual([])
})

test.each([
  ['light', lightTokens],
  ['dark', darkTokens],
])('edges and state shapes pass 3:1, %s', (_name, tokens) => {
  const faults = (['edge', 'accent', 'red', 'amber', 'green'] as const).flatMap((shape) =>
    (['paper', 'desk', 'raised'] as const)
      .filter((ground) => contrast(tokens[shape], tokens[ground]) < 3)
      .map((ground) => `${shape} on ${ground}: ${contrast(tokens[shape], tokens[ground]).toFixed(2)}`),
  )
  expect(faults).toEqual([])
})

test('the measure itself: black on white is 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

test('custom properties are named with hyphens', () => {
  expect(asVariables(lightTokens)).toMatchObject({
    '--ink-2': lightTokens.ink2,
    '--accent-soft': lightTokens.accentSoft,
  })
})
