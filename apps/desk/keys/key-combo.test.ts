import { expect, test } from 'vitest'
import { type Stroke, showKeys, stepOf } from './key-combo.ts'

const stroke = (change: Partial<Stroke>): Stroke => ({
  key: 'c',
  code: 'KeyC',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...change,
})

test.each([
  ['a Latin keyboard', stroke({}), 'c'],
  ['an Arabic keyboard: the place of the key decides', stroke({ key: 'ؤ' }), 'c'],
  ['an AZERTY keyboard: the letter decides, not the place', stroke({ key: 'a', code: 'KeyQ' }), 'a'],
  ['with Ctrl on an Arabic keyboard', stroke({ key: 'ن', code: 'KeyK', ctrlKey: true }), 'mod+k'],
  ['the Arabic question mark', stroke({ key: '؟', code: 'Slash', shiftKey: true }), '?'],
  ['a capital', stroke({ key: 'C', shiftKey: true }), 'shift+c'],
  ['Escape', stroke({ key: 'Escape', code: 'Escape' }), 'escape'],
])('%s', (_name, given, step) => {
  expect(stepOf(given)).toBe(step)
})

test('keys are drawn step by step', () => {
  expect(showKeys('g c')).toEqual([['G'], ['C']])
  expect(showKeys('mod+k')).toEqual([['Ctrl', 'K']])
})
