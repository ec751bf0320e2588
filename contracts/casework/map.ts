import { z } from 'zod'

const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)
/** Longitude first, as GeoJSON has it. */
const position = z.tuple([longitude, latitude])

/**
 * The map that points are put on: land, sea and towns of a country, and no border. Made by `scripts/make-base-map.ts`;
 * a deployment may put its own in its place.
 */
export const baseMapSchema = z.object({
  /** West, south, east, north: how far the map goes. */
  extent: z.tuple([longitude, latitude, longitude, latitude]),
  /** Polygons of land, each with its rings. */
  land: z.array(z.array(z.array(position))),
  towns: z.array(
    z.object({
      ar: z.string(),
      fr: z.string(),
      at: position,
      /** 1 is named from afar, 3 only near by. */
      rank: z.int().min(1).max(3),
    }),
  ),
})
export type BaseMap = z.output<typeof baseMapSchema>
