import type { Feature, FeatureCollection } from 'geojson'
import type { PointPrecision } from '#contracts/casework/case-facts.ts'
import type { BaseMap } from '#contracts/casework/map.ts'

/** A point of the file as it is chosen and shown. */
export interface MapPoint {
  readonly latitude: number
  readonly longitude: number
  readonly precision: PointPrecision | null
}

/** Metres around the point that it may be off. */
const reach: Readonly<Record<PointPrecision, number>> = { spot: 0, street: 150, district: 1_000, town: 5_000 }

/** The point, and around it the ground it may stand for. */
export function pointFeatures(point: MapPoint | null): FeatureCollection {
  if (!point) return { type: 'FeatureCollection', features: [] }
  const { latitude, longitude, precision } = point
  const dot: Feature = {
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  }
  const metres = precision === null ? 0 : reach[precision]
  return { type: 'FeatureCollection', features: metres === 0 ? [dot] : [circle(point, metres), dot] }
}

const metresADegree = 111_320

function circle({ latitude, longitude }: MapPoint, metres: number): Feature {
  const across = metresADegree * Math.cos((latitude * Math.PI) / 180)
  const ring = Array.from({ length: 49 }, (_, step) => {
    const angle = (step / 48) * 2 * Math.PI
    return [longitude + (Math.cos(angle) * metres) / across, latitude + (Math.sin(angle) * metres) / metresADegree]
  })
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}

/** Five decimals, about a metre: nothing finer is meant. */
export function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}

/** Reads what someone typed or pasted: `34.26101, -6.5802`. Undefined where that is no place on earth. */
export function parsePoint(text: string): { latitude: number; longitude: number } | undefined {
  const numbers = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;،\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text.replaceAll('−', '-'))
  const latitude = Number(numbers?.[1])
  const longitude = Number(numbers?.[2])
  if (!numbers || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  return { latitude: rounded(latitude), longitude: rounded(longitude) }
}

export function writePoint({ latitude, longitude }: MapPoint): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

/** The town that the text of a place or the name of a unit speaks of: where the map opens before there is a point. */
export function townNamedIn(map: BaseMap, texts: readonly (string | null)[]): BaseMap['towns'][number] | undefined {
  const byLength = map.towns.toSorted((a, b) => b.ar.length - a.ar.length)
  for (const text of texts) {
    const found = text === null ? undefined : byLength.find(({ ar, fr }) => text.includes(ar) || text.includes(fr))
    if (found) return found
  }
  return undefined
}
