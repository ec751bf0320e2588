import base from './base.json' with { type: 'json' }

/** An island with one town, made by `scripts/make-base-map.ts` from map.json beside it. */
export const baseMap: unknown = base
