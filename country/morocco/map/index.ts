import base from './base.json' with { type: 'json' }

/** Land, sea and the towns where police units sit, made by `scripts/make-base-map.ts` from map.json beside it. */
export const baseMap: unknown = base
