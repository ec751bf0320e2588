import type { StyleSpecification } from 'maplibre-gl'
import type { BaseMap } from '#contracts/casework/map.ts'
import { darkTokens, lightTokens } from '../design/tokens.ts'

const seas = { light: '#dce7ea', dark: '#0b1718' } as const

/** How the base map looks: quiet land on a quiet sea, towns in the reader's script, no line of any kind. */
export function baseStyle(map: BaseMap, locale: string, scheme: 'light' | 'dark'): StyleSpecification {
  const tokens = scheme === 'dark' ? darkTokens : lightTokens
  return {
    version: 8,
    sources: {
      land: {
        type: 'geojson',
        data: { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: map.land } },
      },
      towns: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: map.towns.map(({ ar, fr, at, rank }) => ({
            type: 'Feature',
            properties: { name: locale === 'ar' ? ar : fr, rank },
            geometry: { type: 'Point', coordinates: at },
          })),
        },
      },
      point: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': seas[scheme] } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': tokens.paper } },
      {
        id: 'town-dots',
        type: 'circle',
        source: 'towns',
        filter: townsAt,
        paint: { 'circle-radius': ['match', ['get', 'rank'], 1, 3.5, 2, 2.8, 2.2], 'circle-color': tokens.ink3 },
      },
      {
        id: 'town-names',
        type: 'symbol',
        source: 'towns',
        filter: townsAt,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['IBM Plex Sans Arabic'],
          'text-size': ['match', ['get', 'rank'], 1, 14, 2, 13, 12],
          'text-anchor': 'top',
          'text-offset': [0, 0.35],
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: { 'text-color': tokens.ink2, 'text-halo-color': tokens.paper, 'text-halo-width': 1.4 },
      },
      {
        id: 'point-reach',
        type: 'fill',
        source: 'point',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': tokens.accent, 'fill-opacity': 0.18 },
      },
      {
        id: 'point',
        type: 'circle',
        source: 'point',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 7,
          'circle-color': tokens.accent,
          'circle-stroke-width': 2.5,
          'circle-stroke-color': tokens.paper,
        },
      },
    ],
  }
}

// The greater towns from afar, the others as one comes nearer.
const townsAt: NonNullable<Extract<StyleSpecification['layers'][number], { type: 'circle' }>['filter']> = [
  '<=',
  ['get', 'rank'],
  ['step', ['zoom'], 1, 5.6, 2, 7.2, 3],
]
