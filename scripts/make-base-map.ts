// Makes country/<code>/map/base.json out of Natural Earth's land (npm world-atlas, public domain), the towns that the
// country names: `node scripts/run.mjs scripts/make-base-map.ts`. Land and sea alone, so
// that the map draws no border. As GeoJSON it is 33 kB for Morocco, less than a tile archive of the same lines, and
// needs neither range requests nor a tile server.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import { type BaseMap, baseMapSchema } from '#contracts/casework/map.ts'

type Ring = [number, number][]

const root = join(import.meta.dirname, '..')
const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

const mapDataSchema = z.object({
  extent: baseMapSchema.shape.extent,
  /** Land of a country that is not on the globe. */
  land: baseMapSchema.shape.land.optional(),
  towns: baseMapSchema.shape.towns,
})

/** Countries with a map. */
export const mapped = ['morocco', 'testland'] as const

/** The base map of a country as the text of its file; the same input gives the same bytes. */
export async function makeBaseMap(country: (typeof mapped)[number]): Promise<string> {
  const { extent, land, towns } = mapDataSchema.parse(readJson('country', country, 'map', 'map.json'))
  const map: BaseMap = { extent, land: land ?? landWithin(extent), towns }
  // One line a polygon: a difference can be read, and the file stays small.
  const lines = map.land.map((polygon) => JSON.stringify(polygon)).join(',\n')
  const head = JSON.stringify({ extent: map.extent, towns: map.towns })
  return `${head.slice(0, -1)},"land":[\n${lines}\n]}\n`
}

function landWithin(extent: BaseMap['extent']): BaseMap['land'] {
  const topology = readJson('node_modules', 'world-atlas', 'land-10m.json') as Topology<{ land: GeometryCollection }>
  const { features } = feature(topology, topology.objects.land)
  return features.flatMap(({ geometry }) => {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : []
    return polygons.flatMap((rings) => {
      const clipped = rings.map((ring) => rounded(clip(ring as Ring, extent))).filter((ring) => ring.length > 3)
      return clipped.length > 0 && clipped[0] ? [clipped] : []
    })
  })
}

// Sutherland and Hodgman: against each side of the rectangle in turn. Where it leaves an edge on the side itself,
// that edge lies outside of what can be shown.
function clip(ring: Ring, [west, south, east, north]: BaseMap['extent']): Ring {
  const sides: readonly { axis: 0 | 1; at: number; keep: 1 | -1 }[] = [
    { axis: 0, at: west, keep: 1 },
    { axis: 0, at: east, keep: -1 },
    { axis: 1, at: south, keep: 1 },
    { axis: 1, at: north, keep: -1 },
  ]
  let kept = ring
  for (const { axis, at, keep } of sides) {
    const inside = (point: [number, number]): boolean => (point[axis] - at) * keep >= 0
    const next: Ring = []
    for (const [index, point] of kept.entries()) {
      const before = kept.at(index - 1)
      if (!before) continue
      if (inside(before) !== inside(point)) {
        const share = (at - before[axis]) / (point[axis] - before[axis])
        const cross: [number, number] = [
          before[0] + share * (point[0] - before[0]),
          before[1] + share * (point[1] - before[1]),
        ]
        cross[axis] = at
        next.push(cross)
      }
      if (inside(point)) next.push(point)
    }
    kept = next
  }
  return kept
}

// About a hundred metres, which is finer than the source; repeated points fall together.
function rounded(ring: Ring): Ring {
  const points = ring.map(([x, y]): [number, number] => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000])
  const apart = points.filter((point, index) => {
    const before = points.at(index - 1)
    return !before || before[0] !== point[0] || before[1] !== point[1]
  })
  const [first] = apart
  return first ? [...apart, first] : []
}

if (import.meta.main) {
  for (const country of mapped) {
    const text = await makeBaseMap(country)
    writeFileSync(join(root, 'country', country, 'map', 'base.json'), text)
    console.log(`country/${country}/map/base.json: ${(text.length / 1024).toFixed(0)} kB`)
  }
}
