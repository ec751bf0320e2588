import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BaseMap, baseMapSchema } from '#contracts/casework/map.ts'
import { makeBaseMap, mapped } from './make-base-map.ts'

const root = join(import.meta.dirname, '..')
const textOf = (country: string): string => readFileSync(join(root, 'country', country, 'map', 'base.json'), 'utf8')
const mapOf = (country: string): BaseMap => baseMapSchema.parse(JSON.parse(textOf(country)))

/** By the crossings of a ray, rings of a polygon together. */
function onLand(map: BaseMap, [x, y]: readonly [number, number]): boolean {
  return map.land.some(
    (polygon) =>
      polygon
        .flatMap((ring) => ring.map((from, index) => ({ from, to: ring[(index + 1) % ring.length] ?? from })))
        .filter(
          ({ from, to }) =>
            from[1] > y !== to[1] > y && x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]),
        ).length %
        2 ===
      1,
  )
}

describe('the base map', () => {
  test.each(mapped)('of %s is what its script makes, byte for byte', async (country) => {
    expect(await makeBaseMap(country)).toBe(textOf(country))
  })

  test('holds land, sea and towns, and nothing that could be a border', () => {
    for (const country of mapped) {
      expect(Object.keys(JSON.parse(textOf(country)) as object).toSorted()).toEqual(['extent', 'land', 'towns'])
    }
    const map = mapOf('morocco')
    // Both sides of each land border are one piece of land.
    const [africa] = map.land.filter((polygon) => onLand({ ...map, land: [polygon] }, [-6.84, 33.5]))
    expect(africa).toBeDefined()
    for (const place of [
      [-1.9, 34.7],
      [-1.4, 34.9],
      [-13.2, 27.1],
      [-8, 26],
      [-7.97, 29.74],
    ] as const) {
      expect(onLand({ ...map, land: africa ? [africa] : [] }, place)).toBe(true)
    }
  })

  test('has the towns of the country on land or at its shore, and the sea where the sea is', () => {
    const map = mapOf('morocco')
    expect(map.towns.length).toBeGreaterThan(60)
    const near = [-0.06, 0, 0.06]
    const adrift = map.towns.filter(
      ({ at: [x, y] }) => !near.some((dx) => near.some((dy) => onLand(map, [x + dx, y + dy]))),
    )
    expect(adrift.map(({ fr }) => fr)).toEqual([])
    for (const [x, y] of [
      [-9, 34],
      [-16.5, 26],
      [-3, 35.9],
    ] as const) {
      expect(onLand(map, [x, y])).toBe(false)
    }
  })
})
