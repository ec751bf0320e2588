import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BaseMap } from '#contracts/casework/map.ts'
import { parsePoint, pointFeatures, rounded, townNamedIn, writePoint } from './point.ts'

describe('a point', () => {
  test('is read back as it was written, to a metre', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (latitude, longitude) => {
          const point = { latitude: rounded(latitude), longitude: rounded(longitude), precision: null }
          const read = parsePoint(writePoint(point))
          expect(read?.latitude).toBeCloseTo(point.latitude, 5)
          expect(read?.longitude).toBeCloseTo(point.longitude, 5)
        },
      ),
      { seed: 20261128 },
    )
  })

  test.each(['34.26; -6.58', '34.26 -6.58', '34.26،-6.58', ' 34.26,−6.58 '])('is read from %s', (text) =>
    expect(parsePoint(text)).toEqual({ latitude: 34.26, longitude: -6.58 }),
  )

  test.each(['', '34.26', '95, 10', '34, 190', 'x, y', '34.26, -6.58, 3'])('is not read from “%s”', (text) =>
    expect(parsePoint(text)).toBeUndefined(),
  )

  test('shows the ground it may stand for', () => {
    const kinds = (precision: 'spot' | 'town' | null) =>
      pointFeatures({ latitude: 34, longitude: -6, precision }).features.map(({ geometry }) => geometry.type)
    expect([kinds('spot'), kinds('town'), kinds(null)]).toEqual([['Point'], ['Polygon', 'Point'], ['Point']])
    expect(pointFeatures(null).features).toEqual([])
  })
})

test('the map opens at the town that is spoken of', () => {
  const town = (ar: string, fr: string) => ({ ar, fr, at: [0, 0] as [number, number], rank: 1 })
  const map: BaseMap = {
    extent: [-1, -1, 1, 1],
    land: [],
    towns: [town('سلا', 'Salé'), town('سيدي سليمان', 'Sidi Slimane')],
  }
  expect(townNamedIn(map, [null, 'سوق سيدي سليمان'])?.fr).toBe('Sidi Slimane')
  expect(townNamedIn(map, ['rue X, Salé', 'سيدي سليمان'])?.fr).toBe('Salé')
  expect(townNamedIn(map, ['Fès'])).toBeUndefined()
})
