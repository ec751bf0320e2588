import { expect, test } from 'vitest'
import { drawnHands, strokesSvg } from './strokes.ts'

const line = { points: [[10, 20] as [number, number], [110, 70] as [number, number]] }

test('a picture is cut to what was drawn, a point alone is a dot', () => {
  expect(strokesSvg([line])).toContain('viewBox="-2 8 124 74"')
  expect(strokesSvg([{ points: [[5, 5]] }])).toContain('points="5,5 5,5"')
})

test('each hand has its own picture, and none where nothing was drawn', () => {
  const { hands, pictures } = drawnHands([
    { code: 'author', key: 'author', strokes: [line] },
    { code: 'heard', key: 'p-1', strokes: [line], nameStrokes: [line] },
    { code: 'heard', key: 'p-2' },
  ])
  expect(hands.map(({ signature, name }) => [signature, name])).toEqual([
    ['hand-1.svg', undefined],
    ['hand-2.svg', 'name-2.svg'],
    [undefined, undefined],
  ])
  expect(Object.keys(pictures).toSorted()).toEqual(['hand-1.svg', 'hand-2.svg', 'name-2.svg'])
})
